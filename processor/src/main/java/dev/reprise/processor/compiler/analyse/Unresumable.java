package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What stands in the way of suspending: a call of the wrong kind, or a monitor that is held. */
final class Unresumable {

    private Unresumable() {}

    static List<Diagnostic> in(MethodAnalysis analysis) {
        List<Diagnostic> problems = new ArrayList<>();
        int[] monitors = monitorsHeld(analysis.flow());
        for (SuspensionPoint point : analysis.points()) {
            if (!analysis.coroutine().kind().allows(point.operation())) {
                problems.add(wrongKind(analysis.coroutine(), point));
            }
            if (monitors[point.index()] > 0) {
                problems.add(Diagnostic.of(
                        DiagnosticKind.AwaitInSynchronized,
                        position(analysis.coroutine(), point),
                        point.operation().sourceForm()));
            }
        }
        return problems;
    }

    private static Diagnostic wrongKind(Coroutine coroutine, SuspensionPoint point) {
        DiagnosticKind kind = point.operation() == SuspendingCall.YIELD
                ? DiagnosticKind.YieldInAsync
                : DiagnosticKind.AwaitInGenerator;
        String returned = Type.getReturnType(coroutine.method().desc).getClassName();
        return Diagnostic.of(
                kind,
                position(coroutine, point),
                point.operation().sourceForm(),
                coroutine.owner().name.replace('/', '.') + "." + coroutine.method().name,
                returned);
    }

    private static ClassFilePosition position(Coroutine coroutine, SuspensionPoint point) {
        return new ClassFilePosition(coroutine.owner().name, coroutine.method().name, point.line());
    }

    /** How many monitors the method holds at each instruction, counted along the first path that reaches it. */
    private static int[] monitorsHeld(Flow flow) {
        int[] held = new int[flow.length()];
        Arrays.fill(held, -1);
        Deque<Integer> open = new ArrayDeque<>();
        held[0] = 0;
        open.push(0);
        while (!open.isEmpty()) {
            int index = open.pop();
            int after = held[index]
                    + switch (flow.instruction(index).getOpcode()) {
                        case Opcodes.MONITORENTER -> 1;
                        case Opcodes.MONITOREXIT -> -1;
                        default -> 0;
                    };
            reach(held, open, flow.successors(index), after);
            reach(held, open, flow.handlers(index), held[index]);
        }
        return held;
    }

    private static void reach(int[] held, Deque<Integer> open, int[] targets, int count) {
        for (int target : targets) {
            if (held[target] < 0) {
                held[target] = Math.max(count, 0);
                open.push(target);
            }
        }
    }
}
