package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Where the variables of the body are: the receiver and the parameters keep their slots; the registers, the frame and the
 * label to resume at follow; every other variable of the source method moves up behind them.
 */
final class Slots {

    private final Coroutine coroutine;
    private final int parameterEnd;

    /** Types of the variables that the source method does not have. */
    private final List<Object> registers;

    private Slots(Coroutine coroutine, List<Object> registers) {
        this.coroutine = coroutine;
        parameterEnd = coroutine.passedSlots();
        this.registers = registers;
    }

    /**
     * Those of the body that can be resumed.
     *
     * @param counts whether it is passed how much of the stack is left
     * @param goesByLabel whether a variable is needed that keeps the label to resume at
     */
    static Slots resumable(Coroutine coroutine, boolean counts, boolean goesByLabel) {
        List<Object> registers = new ArrayList<>();
        if (counts) {
            registers.add(Opcodes.INTEGER);
        }
        if (!coroutine.kind().isGenerator()) {
            registers.add(Abi.CONTEXT);
        }
        registers.add(coroutine.frame());
        if (goesByLabel) {
            registers.add(Opcodes.INTEGER);
        }
        return new Slots(coroutine, registers);
    }

    /** Those of a body that runs to its end. */
    static Slots pushing(Coroutine coroutine, String consumer) {
        return new Slots(coroutine, List.of(consumer, Abi.PUSH, Opcodes.INTEGER));
    }

    /** Copies an instruction of the source method; its variable is where the body has it. */
    void copy(AbstractInsnNode node, MethodVisitor out) {
        if (node instanceof VarInsnNode variable) {
            out.visitVarInsn(variable.getOpcode(), of(variable.var));
        } else if (node instanceof IincInsnNode increment) {
            out.visitIincInsn(of(increment.var), increment.incr);
        } else {
            node.accept(out);
        }
    }

    int context() {
        return register(Abi.CONTEXT);
    }

    int frame() {
        return register(coroutine.frame());
    }

    /** The label, which is the last one. */
    int label() {
        return parameterEnd + registers.size() - 1;
    }

    boolean hasLabel() {
        return registers.get(registers.size() - 1) == Opcodes.INTEGER;
    }

    /** Who takes the elements. */
    int consumer() {
        return parameterEnd;
    }

    /** What runs other bodies for the one who takes the elements. */
    int push() {
        return register(Abi.PUSH);
    }

    /** How much of the stack is left, or how many bodies may run within each other. */
    int room() {
        return register(Opcodes.INTEGER);
    }

    private int register(Object type) {
        return parameterEnd + registers.indexOf(type);
    }

    /** The slot in the body of a variable of the source method. */
    int of(int sourceSlot) {
        return sourceSlot < parameterEnd ? sourceSlot : sourceSlot + registers.size();
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
        slots.addAll(registers);
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
