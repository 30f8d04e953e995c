package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import dev.reprise.processor.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** All that is known of a coroutine method before it is rewritten. */
public final class MethodAnalysis {

    private final Coroutine coroutine;
    private final Flow flow;
    private final Liveness liveness;
    private final ValueTypes types;
    private final Loops loops;
    private final List<SuspensionPoint> points;
    private final ElementType elements;
    private final List<Diagnostic> problems;

    private MethodAnalysis(Coroutine coroutine, List<Coroutine> siblings) {
        this.coroutine = coroutine;
        flow = Flow.of(coroutine.method());
        liveness = Liveness.of(flow);
        types = ValueTypes.of(coroutine.owner().name, coroutine.method(), flow);
        loops = Loops.of(flow);
        points = points(siblings);
        elements = coroutine.kind().isGenerator() ? ElementType.of(coroutine, flow, points) : ElementType.OBJECT;
        problems = Unresumable.in(this);
    }

    /**
     * Analyses a method as it stands.
     *
     * @param siblings the coroutines of the same class, which may be called without an object in between
     */
    public static MethodAnalysis of(Coroutine coroutine, List<Coroutine> siblings) {
        return new MethodAnalysis(coroutine, siblings);
    }

    public Coroutine coroutine() {
        return coroutine;
    }

    public Flow flow() {
        return flow;
    }

    public Liveness liveness() {
        return liveness;
    }

    public ValueTypes types() {
        return types;
    }

    public List<SuspensionPoint> points() {
        return points;
    }

    /** What a generator gives out. */
    public ElementType elements() {
        return elements;
    }

    /** Why the method cannot be a coroutine; empty if it can. */
    public List<Diagnostic> problems() {
        return problems;
    }

    private List<SuspensionPoint> points(List<Coroutine> siblings) {
        List<SuspensionPoint> found = new ArrayList<>();
        for (int i = 0; i < flow.length(); i++) {
            AbstractInsnNode node = flow.instruction(i);
            Optional<SuspendingCall> operation = SuspendingCall.of(node);
            Optional<TypeState> state = types.before(i);
            if (operation.isEmpty() || state.isEmpty()) {
                continue;
            }
            BitSet live = liveness.across(i);
            found.add(new SuspensionPoint(
                    found.size() + 1,
                    i,
                    operation.get(),
                    operation.get() == SuspendingCall.AWAIT ? directCallBefore(i, flow, siblings) : Optional.empty(),
                    state.get(),
                    live,
                    loops.around(i),
                    flow.ranges(i),
                    flow.line(i)));
        }
        return found;
    }

    /** The coroutine that the instruction before {@code index} calls, if no other method can be meant. */
    public static Optional<Coroutine> directCallBefore(int index, Flow flow, List<Coroutine> siblings) {
        Optional<AbstractInsnNode> before = flow.adjacentBefore(index);
        if (before.isEmpty() || !(before.get() instanceof MethodInsnNode call)) {
            return Optional.empty();
        }
        return siblings.stream()
                .filter(sibling -> call.owner.equals(sibling.owner().name)
                        && call.name.equals(sibling.method().name)
                        && call.desc.equals(sibling.method().desc)
                        && call.desc.endsWith(")L" + Abi.ASYNC + ";")
                        && bindsStatically(call, sibling)
                        && !sibling.isPacked())
                .findFirst();
    }

    private static boolean bindsStatically(MethodInsnNode call, Coroutine callee) {
        int sealing = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        return call.getOpcode() == Opcodes.INVOKESTATIC
                || call.getOpcode() == Opcodes.INVOKESPECIAL
                || (callee.method().access & sealing) != 0
                || (callee.owner().access & Opcodes.ACC_FINAL) != 0;
    }
}
