package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Which direct calls among the bodies of a class may be part of a recursion. Those that cannot are as deep as the class has
 * coroutines at most; the others have to watch how much stack they take.
 */
public final class Recursion {

    private final Map<Coroutine, Set<Coroutine>> reached = new HashMap<>();

    private Recursion() {}

    /** Follows the direct calls among the coroutines of one class. */
    public static Recursion among(List<MethodAnalysis> analyses) {
        List<Coroutine> siblings =
                analyses.stream().map(MethodAnalysis::coroutine).toList();
        Map<Coroutine, List<Coroutine>> calls = new HashMap<>();
        analyses.forEach(analysis -> calls.put(analysis.coroutine(), directCalls(analysis, siblings)));
        Recursion recursion = new Recursion();
        calls.forEach((caller, callees) -> {
            if (!callees.isEmpty()) {
                recursion.reached.put(caller, reachedFrom(caller, calls));
            }
        });
        return recursion;
    }

    /** Whether {@code callee}, called by {@code caller}, may lead to another call of {@code caller} above it on the stack. */
    public boolean includes(Coroutine caller, Coroutine callee) {
        return callee.equals(caller) || reached.getOrDefault(callee, Set.of()).contains(caller);
    }

    private static List<Coroutine> directCalls(MethodAnalysis analysis, List<Coroutine> siblings) {
        List<Coroutine> callees = new ArrayList<>();
        for (SuspensionPoint point : analysis.points()) {
            point.fused().ifPresent(callees::add);
        }
        for (int i = 0; i < analysis.flow().length(); i++) {
            if (analysis.flow().instruction(i).getOpcode() == Opcodes.ARETURN
                    && Ending.at(i, analysis, siblings) instanceof Ending.TailCall tail) {
                callees.add(tail.callee());
            }
        }
        return callees;
    }

    private static Set<Coroutine> reachedFrom(Coroutine caller, Map<Coroutine, List<Coroutine>> calls) {
        Set<Coroutine> reached = new HashSet<>();
        Deque<Coroutine> left = new ArrayDeque<>(List.of(caller));
        while (!left.isEmpty()) {
            for (Coroutine callee : calls.getOrDefault(left.pop(), List.of())) {
                if (reached.add(callee)) {
                    left.push(callee);
                }
            }
        }
        return reached;
    }
}
