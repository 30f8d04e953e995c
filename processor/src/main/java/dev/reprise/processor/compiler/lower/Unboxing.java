package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.Wrapper;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Where a body has a primitive instead of its wrapper: at its ends, if it returns one, and behind the awaits of bodies that
 * return one, if the next thing that happens to the wrapper there is to be unboxed, dropped or returned.
 */
public final class Unboxing {

    private final MethodAnalysis analysis;
    private final Flow flow;
    private final Results results;

    /** By the labels of the points. */
    private final Map<Integer, Wrapper> unboxed = new HashMap<>();

    /** Labels of the points whose outcome is an object that is unboxed at once. */
    private final BitSet neverNull = new BitSet();

    private final Set<AbstractInsnNode> superfluous = new HashSet<>();
    private final Set<AbstractInsnNode> wideDrops = new HashSet<>();

    /** The calls that wrap what the body returns as a primitive. */
    private final Set<AbstractInsnNode> ends = new HashSet<>();

    private Unboxing(MethodAnalysis analysis, Results results) {
        this.analysis = analysis;
        this.results = results;
        flow = analysis.flow();
    }

    /** Looks at what a method does with the outcomes of its awaits. */
    public static Unboxing of(MethodAnalysis analysis, DirectCalls calls, Results results) {
        Unboxing unboxing = new Unboxing(analysis, results);
        if (unboxing.returned().isPresent()) {
            unboxing.planEnds(calls);
        }
        analysis.points().forEach(unboxing::plan);
        return unboxing;
    }

    /** The wrapper of the primitive that the body itself returns; empty if it returns an object. */
    public Optional<Wrapper> returned() {
        return results.of(analysis.coroutine());
    }

    /** The wrapper of the primitive that the call at a suspension point returns; empty if it returns an object. */
    public Optional<Wrapper> returnedAt(SuspensionPoint point) {
        return point.fused().flatMap(results::of);
    }

    /** The wrapper of the primitive that the method goes on with behind a suspension point; empty if with an object. */
    public Optional<Wrapper> continuedAt(SuspensionPoint point) {
        return Optional.ofNullable(unboxed.get(point.label()));
    }

    /**
     * Whether the object that a call returns is unboxed at once: if it is null, either the call has suspended or the method is
     * about to fail.
     */
    public boolean isNeverNull(SuspensionPoint point) {
        return neverNull.get(point.label());
    }

    /** The boxing, casts and unboxing that have nothing to do. */
    public Set<AbstractInsnNode> superfluous() {
        return superfluous;
    }

    /** Whether an instruction drops a wrapper where the body has a primitive of two slots. */
    public boolean dropsWide(AbstractInsnNode pop) {
        return wideDrops.contains(pop);
    }

    private void planEnds(DirectCalls calls) {
        for (int i = 0; i < flow.length(); i++) {
            if (flow.instruction(i).getOpcode() == Opcodes.ARETURN
                    && Ending.at(i, analysis, calls) instanceof Ending.Value value) {
                ends.add(value.wrapper());
                flow.adjacentBefore(flow.indexAdjacentBefore(i).orElseThrow())
                        .filter(before -> Wrapper.boxedBy(before).isPresent())
                        .ifPresent(superfluous::add);
            }
        }
    }

    private void plan(SuspensionPoint point) {
        OptionalInt next = flow.indexAdjacentAfter(point.index());
        if (next.isEmpty()) {
            return;
        }
        Optional<Wrapper> returned = returnedAt(point);
        AbstractInsnNode node = flow.instruction(next.getAsInt());
        if (node instanceof TypeInsnNode cast && cast.getOpcode() == Opcodes.CHECKCAST) {
            planCast(point, next.getAsInt(), Wrapper.named(cast.desc), returned);
        } else if (returned.isPresent() && ends.contains(node)) {
            unboxed.put(point.label(), returned.get());
        } else if (returned.isPresent() && node.getOpcode() == Opcodes.POP) {
            unboxed.put(point.label(), returned.get());
            if (returned.get().primitive().getSize() == 2) {
                wideDrops.add(node);
            }
        }
    }

    private void planCast(SuspensionPoint point, int cast, Optional<Wrapper> wrapper, Optional<Wrapper> returned) {
        OptionalInt next = flow.indexAdjacentAfter(cast);
        if (next.isEmpty() || wrapper.isEmpty()) {
            return;
        }
        AbstractInsnNode node = flow.instruction(next.getAsInt());
        boolean unboxes = wrapper.get().isUnboxing(node);
        if (returned.isEmpty() && unboxes) {
            neverNull.set(point.label());
        } else if (returned.equals(wrapper) && (unboxes || ends.contains(node))) {
            unboxed.put(point.label(), wrapper.get());
            superfluous.add(flow.instruction(cast));
            if (unboxes) {
                superfluous.add(node);
            }
        }
    }
}
