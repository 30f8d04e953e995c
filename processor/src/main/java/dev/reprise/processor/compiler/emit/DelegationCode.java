package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What stands in a generator's body for a {@code yieldFrom}, up to the saving of the state.
 *
 * <p>Of a generator of the same class, made just there, nobody else has the object, so its frame may be used again. If the
 * body ends directly behind the {@code yieldFrom}, such a frame is left for good: for a run of its own method it is itself
 * that run's frame, any other generator takes its place in the chain.
 */
final class DelegationCode {

    private final Coroutine coroutine;
    private final Flow flow;
    private final FrameLayout layout;
    private final Slots slots;
    private final LiveTypes types;
    private final FrameAccess frame;
    private final Landmarks landmarks;

    DelegationCode(
            Coroutine coroutine,
            Flow flow,
            FrameLayout layout,
            Slots slots,
            LiveTypes types,
            FrameAccess frame,
            Landmarks landmarks) {
        this.coroutine = coroutine;
        this.flow = flow;
        this.layout = layout;
        this.slots = slots;
        this.types = types;
        this.frame = frame;
        this.landmarks = landmarks;
    }

    /** The operand stack holds what to delegate to, or the arguments of the call that would make it. */
    void emit(Code code, SuspensionPoint point) {
        boolean last = isLast(point);
        Optional<Coroutine> callee = point.fused();
        if (callee.isPresent()) {
            if (last && callee.get().equals(coroutine)) {
                restart(code, point);
            }
            code.loadReference(slots.frame());
            FrameClass.makeWithin(code, callee.get());
            delegate(code, point, "delegateOwn", "L" + Abi.GENERATOR_FRAME + ";");
        } else {
            delegate(code, point, "delegate", BodyMethod.yieldedType(point.operation()));
        }
        if (last) {
            code.loadReference(slots.frame()).invokeVirtual(Abi.GENERATOR_FRAME, "delegatesLast", "()V");
        }
    }

    private void delegate(Code code, SuspensionPoint point, String method, String values) {
        code.loadReference(slots.frame())
                .insn(Opcodes.SWAP)
                .push(point.label())
                .invokeVirtual(Abi.GENERATOR_FRAME, method, "(" + values + "I)V");
    }

    /** {@code if (frame.restarts()) { frame.a = a; frame.label = CREATED; return false; }} */
    private void restart(Code code, SuspensionPoint point) {
        Label stay = new Label();
        code.loadReference(slots.frame())
                .invokeVirtual(Abi.GENERATOR_FRAME, "restarts", "()Z")
                .jump(Opcodes.IFEQ, stay);
        List<FrameField> arguments =
                layout.parameters().subList(0, coroutine.passedVariables().size());
        for (int i = arguments.size() - 1; i >= 0; i--) {
            frame.writeTop(code, arguments.get(i));
        }
        layout.staleReferences(arguments).forEach(field -> frame.clear(code, field));
        frame.writeLabel(code, Abi.LABEL_CREATED);
        code.push(0).insn(Opcodes.IRETURN);
        int call = flow.indexAdjacentBefore(point.index()).orElseThrow();
        code.label(stay)
                .frame(
                        slots.frameLocals(types.before(call)),
                        landmarks.stateBefore(call).stack());
    }

    /** Whether nothing follows but {@code return Generator.end()}, in no try block. */
    private boolean isLast(SuspensionPoint point) {
        if (!point.base().isEmpty() || !point.ranges().isEmpty()) {
            return false;
        }
        Optional<Integer> pop = next(point.index() + 1).filter(i -> opcode(i) == Opcodes.POP);
        Optional<Integer> end = pop.flatMap(i -> next(i + 1))
                .filter(i -> flow.instruction(i) instanceof MethodInsnNode call
                        && GeneratorEnd.is(call)
                        && Type.getArgumentCount(call.desc) == 0);
        Optional<Integer> after = end.flatMap(i -> next(i + 1));
        if (after.isPresent() && opcode(after.get()) == Opcodes.CHECKCAST) {
            after = next(after.get() + 1);
        }
        return after.filter(i -> opcode(i) == Opcodes.ARETURN).isPresent();
    }

    private int opcode(int index) {
        return flow.instruction(index).getOpcode();
    }

    /** The instruction that runs next from {@code index} on: neither a label or the like nor a jump. */
    private Optional<Integer> next(int index) {
        int i = index;
        for (int steps = 0; i < flow.length() && steps < flow.length(); steps++) {
            if (opcode(i) >= 0 && opcode(i) != Opcodes.GOTO) {
                return Optional.of(i);
            }
            i = flow.successors(i)[0];
        }
        return Optional.empty();
    }
}
