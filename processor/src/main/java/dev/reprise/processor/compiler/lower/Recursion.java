package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.CoroutineKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Which direct calls among the bodies of a class may be part of a recursion. Those that cannot are as deep as the class has
 * coroutines at most; the others have to watch how much stack they take.
 */
public final class Recursion {

    private final Map<Coroutine, List<Coroutine>> callees = new HashMap<>();
    private final Map<Coroutine, List<Coroutine>> callers = new HashMap<>();

    /** A number for each coroutine; those have the same that lead to each other. */
    private final Map<Coroutine, Integer> circles = new HashMap<>();

    /** The numbers of circles that are closed by a call. */
    private final Set<Integer> closed = new HashSet<>();

    /** The numbers of circles in which other code may run. */
    private final Set<Integer> open = new HashSet<>();

    private Recursion() {}

    /** Follows the direct calls among the coroutines of one class. */
    public static Recursion among(List<MethodAnalysis> analyses, DirectCalls calls) {
        Recursion recursion = new Recursion();
        for (MethodAnalysis analysis : analyses) {
            recursion.add(analysis.coroutine(), directCalls(analysis, calls));
        }
        recursion.findCircles();
        recursion.callees.forEach((caller, called) -> called.stream()
                .filter(callee -> recursion.includes(caller, callee))
                .forEach(callee -> recursion.closed.add(recursion.circle(caller))));
        Set<Coroutine> own = OwnCode.among(
                analyses, calls, (caller, callee) -> recursion.includes(caller, callee) || !recursion.counts(callee));
        recursion.callees.keySet().stream()
                .filter(coroutine -> !own.contains(coroutine))
                .forEach(coroutine -> recursion.open.add(recursion.circle(coroutine)));
        return recursion;
    }

    /** Whether the body is passed how much of the stack is left. */
    public boolean counts(Coroutine coroutine) {
        return coroutine.kind() == CoroutineKind.ASYNC && closed.contains(circle(coroutine));
    }

    /**
     * Whether the body has to note in the registers how much of the stack is left, for others who may be called in it or in the
     * bodies it leads to. Then it does so when it starts, and when such a body has returned.
     */
    public boolean notes(Coroutine coroutine) {
        return counts(coroutine) && open.contains(circle(coroutine));
    }

    /** Whether {@code callee}, called by {@code caller}, may lead to another call of {@code caller} above it on the stack. */
    public boolean includes(Coroutine caller, Coroutine callee) {
        return circle(caller) == circle(callee);
    }

    private int circle(Coroutine coroutine) {
        Integer circle = circles.get(coroutine);
        if (circle == null) {
            throw new AssertionError("no coroutine of the class: " + coroutine.method().name);
        }
        return circle;
    }

    private void add(Coroutine caller, List<Coroutine> called) {
        callees.put(caller, called);
        called.forEach(callee ->
                callers.computeIfAbsent(callee, ignored -> new ArrayList<>()).add(caller));
    }

    /**
     * Two walks (Kosaraju): when all that a coroutine leads to has been left before it, what leads to the last one left, and
     * is not in a circle yet, is in its circle.
     */
    private void findCircles() {
        List<Coroutine> left = leavingOrder();
        for (int i = left.size() - 1; i >= 0; i--) {
            Deque<Coroutine> open = new ArrayDeque<>();
            open.push(left.get(i));
            while (!open.isEmpty()) {
                Coroutine member = open.pop();
                if (circles.putIfAbsent(member, i) == null) {
                    callers.getOrDefault(member, List.of()).forEach(open::push);
                }
            }
        }
    }

    /** The coroutines in the order in which a walk along the calls, as deep as it goes, leaves them. */
    private List<Coroutine> leavingOrder() {
        List<Coroutine> left = new ArrayList<>();
        Set<Coroutine> seen = new HashSet<>();
        for (Coroutine start : callees.keySet()) {
            if (!seen.add(start)) {
                continue;
            }
            Deque<Coroutine> path = new ArrayDeque<>();
            Deque<Iterator<Coroutine>> ahead = new ArrayDeque<>();
            path.push(start);
            ahead.push(called(start));
            while (!path.isEmpty()) {
                if (!ahead.element().hasNext()) {
                    left.add(path.pop());
                    ahead.pop();
                    continue;
                }
                Coroutine callee = ahead.element().next();
                if (seen.add(callee)) {
                    path.push(callee);
                    ahead.push(called(callee));
                }
            }
        }
        return left;
    }

    private Iterator<Coroutine> called(Coroutine caller) {
        return callees.getOrDefault(caller, List.of()).iterator();
    }

    private static List<Coroutine> directCalls(MethodAnalysis analysis, DirectCalls calls) {
        List<Coroutine> callees = new ArrayList<>();
        for (SuspensionPoint point : analysis.points()) {
            point.fused().ifPresent(callees::add);
        }
        for (int i = 0; i < analysis.flow().length(); i++) {
            if (analysis.flow().instruction(i).getOpcode() == Opcodes.ARETURN
                    && Ending.at(i, analysis, calls) instanceof Ending.TailCall tail) {
                callees.add(tail.callee());
            }
        }
        return callees;
    }
}
