package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Where the variables of the body are: the receiver and the parameters keep their slots; the registers, the frame and the
 * label to resume at follow; every other variable of the source method moves up behind them.
 */
final class Slots {

    private static final int ABSENT = -1;

    private final Coroutine coroutine;
    private final int parameterEnd;
    private final int context;
    private final int frame;
    private final int label;
    private final int shift;

    /** @param goesByLabel whether a variable is needed that keeps the label to resume at */
    Slots(Coroutine coroutine, boolean goesByLabel) {
        this.coroutine = coroutine;
        parameterEnd = coroutine.passedSlots();
        int next = parameterEnd;
        context = coroutine.kind().isGenerator() ? ABSENT : next++;
        frame = next++;
        label = goesByLabel ? next++ : ABSENT;
        shift = next - parameterEnd;
    }

    int context() {
        return context;
    }

    int frame() {
        return frame;
    }

    int label() {
        return label;
    }

    boolean hasLabel() {
        return label != ABSENT;
    }

    /** The slot in the body of a variable of the source method. */
    int of(int sourceSlot) {
        return sourceSlot < parameterEnd ? sourceSlot : sourceSlot + shift;
    }

    /** Types by source slot of what the body is passed of the receiver and the parameters. */
    List<Object> entryTypes() {
        List<Object> types = new ArrayList<>();
        for (Type variable : coroutine.passedVariables()) {
            Object type = TypeState.of(variable);
            types.add(type);
            if (TypeState.isWide(type)) {
                types.add(Opcodes.TOP);
            }
        }
        return types;
    }

    /** The variables of a stack map frame of the body, from types by source slot. */
    List<Object> frameLocals(List<Object> bySourceSlot) {
        List<Object> slots = new ArrayList<>();
        for (int slot = 0; slot < parameterEnd; slot++) {
            slots.add(slot < bySourceSlot.size() ? bySourceSlot.get(slot) : Opcodes.TOP);
        }
        if (context != ABSENT) {
            slots.add(Abi.CONTEXT);
        }
        slots.add(coroutine.frame());
        if (hasLabel()) {
            slots.add(Opcodes.INTEGER);
        }
        if (bySourceSlot.size() > parameterEnd) {
            slots.addAll(bySourceSlot.subList(parameterEnd, bySourceSlot.size()));
        }
        return values(slots);
    }

    /** One entry for each value instead of one for each slot, without the unused end. */
    static List<Object> values(List<Object> slots) {
        List<Object> values = new ArrayList<>(slots.size());
        int used = 0;
        for (int i = 0; i < slots.size(); i++) {
            Object type = slots.get(i);
            values.add(type);
            if (TypeState.isWide(type)) {
                i++;
            }
            if (type != Opcodes.TOP) {
                used = values.size();
            }
        }
        return values.subList(0, used);
    }
}
