package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.compiler.read.Coroutine;
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
        DiagnosticKind kind =
                point.operation().yields() ? DiagnosticKind.YieldInAsync : DiagnosticKind.AwaitInGenerator;
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

    /**
     * At most how many monitors the method holds at each instruction, -1 where control never comes. Exits need not match
     * enters: a loop that enters a monitor in each round counts up to more than the exits outside of it could take back.
     */
    private static int[] monitorsHeld(Flow flow) {
        int[] held = new int[flow.length()];
        Arrays.fill(held, -1);
        int most = 0;
        for (int i = 0; i < flow.length(); i++) {
            int opcode = flow.instruction(i).getOpcode();
            most += opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT ? 1 : 0;
        }
        Deque<Integer> open = new ArrayDeque<>();
        reach(held, open, new int[] {0}, 0);
        while (!open.isEmpty()) {
            int index = open.pop();
            int after = switch (flow.instruction(index).getOpcode()) {
                case Opcodes.MONITORENTER -> Math.min(held[index] + 1, most);
                case Opcodes.MONITOREXIT -> Math.max(held[index] - 1, 0);
                default -> held[index];
            };
            reach(held, open, flow.successors(index), after);
            if (mayFail(flow.instruction(index).getOpcode())) {
                reach(held, open, flow.handlersMet(index), Math.min(held[index], after));
            }
        }
        return held;
    }

    /** Not what only moves values: handlers that release a monitor begin with such instructions. */
    private static boolean mayFail(int opcode) {
        boolean moves = opcode <= Opcodes.ALOAD && opcode != Opcodes.LDC
                || opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE
                || opcode >= Opcodes.POP && opcode <= Opcodes.SWAP
                || opcode == Opcodes.GOTO;
        return !moves;
    }

    private static void reach(int[] held, Deque<Integer> open, int[] targets, int count) {
        for (int target : targets) {
            if (held[target] < count) {
                held[target] = count;
                open.push(target);
            }
        }
    }
}
