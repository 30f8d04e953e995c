package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.analyse.ElementType;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which generators of a class get a {@link PushMethod}, and where one of these runs another's without an object in between. */
public final class PushBodies {

    /** Instructions, labels included, from which on a method is not worth having twice. */
    private static final int LONG_METHOD = 1_000;

    private final Map<Coroutine, ElementType> elements = new HashMap<>();

    private PushBodies() {}

    /** Those among all coroutines of one class. */
    public static PushBodies among(List<MethodAnalysis> analyses) {
        PushBodies bodies = new PushBodies();
        analyses.stream()
                .filter(PushBodies::suits)
                .forEach(analysis -> bodies.elements.put(analysis.coroutine(), analysis.elements()));
        return bodies;
    }

    /** No yield may be inside a try block, which would see what the one who takes the values throws. */
    private static boolean suits(MethodAnalysis analysis) {
        return analysis.coroutine().canPush()
                && !analysis.points().isEmpty()
                && analysis.points().stream().allMatch(point -> point.ranges().isEmpty())
                && analysis.flow().length() < LONG_METHOD;
    }

    /** Whether a coroutine gets one. */
    public boolean include(Coroutine coroutine) {
        return elements.containsKey(coroutine);
    }

    /** The generator that the call before a {@code yieldFrom} makes, if its body can be called instead. */
    Optional<Coroutine> calledAt(SuspensionPoint point, MethodAnalysis caller) {
        return point.fused().filter(callee -> elements.get(callee) == caller.elements());
    }
}
