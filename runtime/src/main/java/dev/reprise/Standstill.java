package dev.reprise;

import dev.reprise.frame.Suspension;
import java.util.List;
import java.util.stream.Collectors;

/** A loop in virtual time whose tasks wait and on which nothing can happen any more. */
final class Standstill {

    private Standstill() {}

    /** Whether the loop has tasks, and none of them waits for something that is known to come from elsewhere. */
    static boolean isPossible(EventLoop loop) {
        List<RunningTask<?>> left = loop.taskSet().inOrder();
        return !left.isEmpty() && left.stream().noneMatch(Standstill::waitsForOthers);
    }

    private static boolean waitsForOthers(RunningTask<?> task) {
        Suspension source = task.source();
        return source != null && source.isForeign();
    }

    /** @param waited nanoseconds of real time in which no other thread came */
    static IllegalStateException error(EventLoop loop, long waited) {
        return new IllegalStateException(
                "deadlock: the event loop has no timer, socket or blocking work to wait for, and in "
                        + waited / 1_000_000
                        + " ms no other thread has handed anything in. Its tasks wait for each other, or for what nobody does:"
                        + loop.taskSet().inOrder().stream()
                                .map(task -> "\n  " + task)
                                .collect(Collectors.joining()));
    }
}
