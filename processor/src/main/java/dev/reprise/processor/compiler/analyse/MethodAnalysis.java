package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import dev.reprise.processor.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;

/** All that is known of a coroutine method before it is rewritten. */
public final class MethodAnalysis {

    private final Coroutine coroutine;
    private final Flow flow;
    private final Liveness liveness;
    private final ValueTypes types;
    private final Loops loops;
    private final List<SuspensionPoint> points;
    private final Map<Integer, SuspensionPoint> pointByIndex = new HashMap<>();
    private final ElementType elements;
    private final List<Diagnostic> problems;

    private MethodAnalysis(Coroutine coroutine, DirectCalls calls) {
        this.coroutine = coroutine;
        flow = Flow.of(coroutine.method());
        liveness = Liveness.of(flow);
        types = ValueTypes.of(coroutine.owner().name, coroutine.method(), flow);
        loops = Loops.of(flow);
        points = points(calls);
        points.forEach(point -> pointByIndex.put(point.index(), point));
        elements = coroutine.kind().isGenerator() ? ElementType.of(coroutine, flow, points) : ElementType.OBJECT;
        problems = Unresumable.in(this);
    }

    /**
     * Analyses a method as it stands.
     *
     * @param calls which of its awaits call a coroutine of the class directly
     */
    public static MethodAnalysis of(Coroutine coroutine, DirectCalls calls) {
        return new MethodAnalysis(coroutine, calls);
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

    /** The suspension point that an instruction is. */
    public Optional<SuspensionPoint> pointAt(int index) {
        return Optional.ofNullable(pointByIndex.get(index));
    }

    /**
     * Which variables are there behind the suspension points.
     *
     * @param receiverKept whether the receiver is kept although nobody reads it
     */
    public Kept kept(boolean receiverKept) {
        return Kept.of(flow, coroutine.method().maxLocals, points, receiverKept);
    }

    /** What a generator gives out. */
    public ElementType elements() {
        return elements;
    }

    /** Why the method cannot be a coroutine; empty if it can. */
    public List<Diagnostic> problems() {
        return problems;
    }

    private List<SuspensionPoint> points(DirectCalls calls) {
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
                    calls.before(i, flow).filter(callee -> isFusible(operation.get(), callee)),
                    state.get(),
                    live,
                    loops.around(i),
                    flow.ranges(i),
                    flow.line(i)));
        }
        return found;
    }

    /** A generator's body in an interface would not notice that its receiver is null. */
    private boolean isFusible(SuspendingCall operation, Coroutine callee) {
        return operation == SuspendingCall.AWAIT
                || operation.delegates()
                        && coroutine.kind().isGenerator()
                        && (callee.isStatic() || callee.hasInstanceBody());
    }
}
