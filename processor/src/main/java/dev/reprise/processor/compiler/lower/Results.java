package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.Wrapper;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.CoroutineKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What the bodies of a class return: a primitive, if every value that the coroutine ends with was put into a wrapper just
 * before, or is what such a body returned. Nobody has seen the wrapper then, so it may be made later, or not at all.
 */
public final class Results {

    private final Map<Coroutine, List<End>> ends = new LinkedHashMap<>();

    /** The one wrapper of all ends that are known; those of coroutines without an entry all depend on each other. */
    private final Map<Coroutine, Wrapper> primitives = new HashMap<>();

    private final Set<Coroutine> objects = new HashSet<>();

    /**
     * A value that a coroutine ends with, {@link #OBJECT} if somebody may have seen it.
     *
     * @param wrapper what the value was put into, or is cast to
     * @param returnedBy the coroutine whose body returned the value
     */
    private record End(Optional<Wrapper> wrapper, Optional<Coroutine> returnedBy) {}

    private static final End OBJECT = new End(Optional.empty(), Optional.empty());

    private Results() {}

    /** Looks at the ends of all coroutines of one class. */
    public static Results among(List<MethodAnalysis> analyses, DirectCalls calls) {
        Results results = new Results();
        for (MethodAnalysis analysis : analyses) {
            if (analysis.coroutine().kind() == CoroutineKind.ASYNC) {
                results.ends.put(analysis.coroutine(), ends(analysis, calls));
            }
        }
        results.solve();
        for (Coroutine coroutine : results.ends.keySet()) {
            if (!results.primitives.containsKey(coroutine)) {
                results.objects.add(coroutine);
            }
        }
        results.solve();
        return results;
    }

    /** The wrapper of the primitive that the body returns; empty if it returns an object. */
    public Optional<Wrapper> of(Coroutine coroutine) {
        return objects.contains(coroutine) ? Optional.empty() : Optional.ofNullable(primitives.get(coroutine));
    }

    private static List<End> ends(MethodAnalysis analysis, DirectCalls calls) {
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < analysis.flow().length(); i++) {
            if (analysis.flow().instruction(i).getOpcode() == Opcodes.ARETURN) {
                ends.add(end(i, analysis, calls));
            }
        }
        return ends;
    }

    private static End end(int areturn, MethodAnalysis analysis, DirectCalls calls) {
        Ending ending = Ending.at(areturn, analysis, calls);
        if (ending instanceof Ending.TailCall tail) {
            return new End(Optional.empty(), Optional.of(tail.callee()));
        }
        if (ending instanceof Ending.Value value && !value.isEmpty()) {
            Flow flow = analysis.flow();
            OptionalInt before =
                    flow.indexAdjacentBefore(flow.indexAdjacentBefore(areturn).orElseThrow());
            if (before.isPresent()) {
                return valueOf(before.getAsInt(), analysis);
            }
        }
        return OBJECT;
    }

    /** The value that an instruction leaves, as an end. */
    private static End valueOf(int index, MethodAnalysis analysis) {
        AbstractInsnNode node = analysis.flow().instruction(index);
        Optional<Wrapper> boxed = Wrapper.boxedBy(node);
        if (boxed.isPresent()) {
            return new End(boxed, Optional.empty());
        }
        Optional<Wrapper> cast = castTo(node);
        OptionalInt maker = cast.isPresent() ? analysis.flow().indexAdjacentBefore(index) : OptionalInt.of(index);
        Optional<Coroutine> callee = maker.isPresent()
                ? analysis.pointAt(maker.getAsInt()).flatMap(SuspensionPoint::fused)
                : Optional.empty();
        return callee.isPresent() ? new End(cast, callee) : OBJECT;
    }

    private static Optional<Wrapper> castTo(AbstractInsnNode node) {
        return node.getOpcode() == Opcodes.CHECKCAST ? Wrapper.named(((TypeInsnNode) node).desc) : Optional.empty();
    }

    /** Goes over the coroutines until nothing changes: ends that are not known yet do not count. */
    private void solve() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Coroutine coroutine : ends.keySet()) {
                changed |= !objects.contains(coroutine) && update(coroutine);
            }
        }
    }

    private boolean update(Coroutine coroutine) {
        Optional<Wrapper> before = Optional.ofNullable(primitives.get(coroutine));
        Optional<Wrapper> common = before;
        for (End end : ends.getOrDefault(coroutine, List.of())) {
            if (isUnknown(end)) {
                continue;
            }
            Optional<Wrapper> wrapper = wrapperOf(end);
            if (wrapper.isEmpty() || common.isPresent() && !common.equals(wrapper)) {
                return objects.add(coroutine);
            }
            common = wrapper;
        }
        common.ifPresent(wrapper -> primitives.put(coroutine, wrapper));
        return !common.equals(before);
    }

    private boolean isUnknown(End end) {
        return end.returnedBy()
                .filter(callee -> !objects.contains(callee) && !primitives.containsKey(callee))
                .isPresent();
    }

    private Optional<Wrapper> wrapperOf(End end) {
        if (end.returnedBy().isEmpty()) {
            return end.wrapper();
        }
        Optional<Wrapper> returned = of(end.returnedBy().get());
        return end.wrapper().isEmpty() || end.wrapper().equals(returned) ? returned : Optional.empty();
    }
}
