package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.analyse.Wrapper;
import dev.reprise.processor.compiler.lower.Dispatch;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.lower.SavedState;
import dev.reprise.processor.compiler.lower.Unboxing;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The code that leads a resumed body back to the point where it rests, with its variables and its stack restored.
 *
 * <p>All of it stands behind the method's own code. The entry jumps to the {@code door} of a point that is in no loop, or
 * to the door of the outermost loop around the point. The door of a loop fills the variables its header declares with
 * something of their type and goes to the header; the header finds that the body is being resumed and comes back to its
 * {@code choice}; from there the way goes on inwards.
 */
final class ResumeCode {

    private static final int LOWEST_LABEL = Abi.LABEL_CREATED;

    private final FrameLayout layout;
    private final Slots slots;
    private final LiveTypes types;
    private final FrameAccess frame;
    private final Landmarks landmarks;
    private final Unboxing unboxing;
    private final IdentityHashMap<Dispatch, Label> doors = new IdentityHashMap<>();
    private final IdentityHashMap<Dispatch.Hub, Label> choices = new IdentityHashMap<>();

    ResumeCode(
            FrameLayout layout,
            Slots slots,
            LiveTypes types,
            FrameAccess frame,
            Landmarks landmarks,
            Unboxing unboxing) {
        this.layout = layout;
        this.slots = slots;
        this.types = types;
        this.frame = frame;
        this.landmarks = landmarks;
        this.unboxing = unboxing;
    }

    /**
     * What is known on the way to a point.
     *
     * @param locals types by source slot
     * @param passed slots that still hold what the frame passed for the parameter
     * @param stack values put on the stack because a loop header declares them, without meaning
     */
    private record Way(List<Object> locals, BitSet passed, List<Object> stack) {}

    /** Where a loop header goes on when the body is being resumed. */
    Label afterHeader(Dispatch.Hub loop) {
        return loop.next().size() == 1 ? door(loop.next().get(0)) : choice(loop);
    }

    /** Reads the label and jumps to the point it names, or to {@code start} in a frame that has not been started. */
    void enter(Code code, Dispatch.Hub method, Label start) {
        Label lost = new Label();
        frame.readLabel(code);
        if (slots.hasLabel()) {
            code.insn(Opcodes.DUP).storeInt(slots.label());
        }
        frame.writeLabel(code, Abi.LABEL_RUNNING);
        select(code, method, start, lost);
        code.label(lost).frame(slots.frameLocals(slots.entryTypes()), List.of());
        code.fail("resumed at no suspension point");
    }

    /** Writes everything that {@link #enter} and the loop headers lead to. */
    void emit(MethodNode out, Dispatch.Hub method) {
        BitSet passed = new BitSet();
        passed.set(0, slots.entryTypes().size());
        emitNext(out, method, new Way(slots.entryTypes(), passed, List.of()));
    }

    private void emitNext(MethodNode out, Dispatch.Hub hub, Way way) {
        Code code = new Code(out);
        List<Object> locals = slots.frameLocals(way.locals());
        for (Dispatch next : hub.next()) {
            if (next instanceof Dispatch.Stop stop) {
                code.hiddenLine(stop.points().get(0).line(), locals, way.stack());
            }
            code.label(door(next)).frame(locals, way.stack());
            if (next instanceof Dispatch.Stop stop) {
                restore(out, stop, way);
            } else if (next instanceof Dispatch.Hub loop) {
                Way inside = enterLoop(code, loop, way);
                if (loop.next().size() > 1) {
                    code.label(choice(loop)).frame(slots.frameLocals(inside.locals()), inside.stack());
                    code.loadInt(slots.label());
                    select(code, loop, null, door(loop.next().get(0)));
                }
                emitNext(out, loop, inside);
            }
        }
    }

    /** Jumps by the label on the stack. */
    private void select(Code code, Dispatch.Hub hub, @Nullable Label start, Label otherwise) {
        TreeMap<Integer, Label> targets = new TreeMap<>();
        if (start != null) {
            targets.put(LOWEST_LABEL, start);
        }
        for (Dispatch next : hub.next()) {
            next.points().forEach(point -> targets.put(point.label(), door(next)));
        }
        code.select(targets, otherwise);
    }

    /** Goes to a loop's header with variables and a stack of the types that it declares. */
    private Way enterLoop(Code code, Dispatch.Hub loop, Way way) {
        List<Object> locals = types.before(loop.header());
        BitSet passed = new BitSet();
        for (int slot = 0; slot < locals.size(); slot++) {
            Object type = locals.get(slot);
            if (type == Opcodes.TOP) {
                continue;
            }
            if (slot < way.locals().size() && type.equals(way.locals().get(slot))) {
                passed.set(slot, way.passed().get(slot));
            } else {
                Type filler = filler(type);
                code.pushDefault(filler).store(filler, slots.of(slot));
            }
        }
        List<Object> stack = landmarks.stateBefore(loop.header()).stack();
        for (Object type : stack.subList(way.stack().size(), stack.size())) {
            code.pushDefault(filler(type));
        }
        code.jump(Opcodes.GOTO, landmarks.header(loop.header()));
        return new Way(locals, passed, stack);
    }

    private void restore(MethodNode out, Dispatch.Stop stop, Way way) {
        SuspensionPoint point = stop.points().get(0);
        boolean alone = stop.points().size() == 1;
        Code code = new Code(out);
        for (int i = way.stack().size() - 1; i >= 0; i--) {
            code.insn(TypeState.isWide(way.stack().get(i)) ? Opcodes.POP2 : Opcodes.POP);
        }
        SavedState state = layout.at(point);
        for (SavedState.Value local : state.locals()) {
            boolean passed = way.passed().get(local.slot())
                    && local.field().isPresent()
                    && local.field().equals(layout.parameterAt(local.slot()));
            if (!passed) {
                push(code, local);
                code.store(local.field().map(FrameField::type).orElse(filler(Opcodes.NULL)), slots.of(local.slot()));
            }
        }
        state.stack().forEach(value -> push(code, value));
        if (!alone) {
            code.loadInt(slots.label());
        }
        if (slots.hasLabel()) {
            code.push(0).storeInt(slots.label());
        }

        // inside the try ranges of the suspending call: the outcome may be a failure
        Label from = new Label();
        Label to = new Label();
        code.label(from);
        frame.takeOutcome(code, slots.context());
        code.label(to);
        Optional<Wrapper> primitive = unboxing.continuedAt(point);
        primitive.ifPresent(code::unbox);
        if (alone) {
            code.jump(Opcodes.GOTO, landmarks.continuation(point));
        } else {
            TreeMap<Integer, Label> targets = new TreeMap<>();
            stop.points().forEach(each -> targets.put(each.label(), landmarks.continuation(each)));
            code.swapDown(primitive.map(Wrapper::primitive).orElse(Type.getObjectType(Abi.OBJECT)))
                    .select(targets, landmarks.continuation(point));
        }
        for (TryCatchBlockNode range : point.ranges()) {
            out.visitTryCatchBlock(from, to, range.handler.getLabel(), range.type);
        }
    }

    private void push(Code code, SavedState.Value value) {
        value.field().ifPresentOrElse(field -> frame.read(code, field), () -> code.insn(Opcodes.ACONST_NULL));
    }

    private static Type filler(Object type) {
        return TypeState.fieldType(type).orElse(Type.getObjectType(Abi.OBJECT));
    }

    private Label door(Dispatch dispatch) {
        return doors.computeIfAbsent(dispatch, d -> new Label());
    }

    private Label choice(Dispatch.Hub loop) {
        return choices.computeIfAbsent(loop, l -> new Label());
    }
}
