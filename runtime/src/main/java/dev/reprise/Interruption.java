package dev.reprise;

import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * How a cancellation reaches a task: a request of {@link Task#cancel}, which is counted and raised once, or a cancelled
 * {@link CancelScope}, which is told to every suspension in it. Either goes to what the task waits for, and is raised in
 * the task itself only if that does not take it.
 */
final class Interruption {

    private Interruption() {}

    /**
     * Requests cancellation of a task that has not ended, and of those that it awaits. A loop instead of a recursion: chains
     * of tasks that await each other may be long.
     */
    static void request(RunningTask<?> first, @Nullable String reason) {
        RunningTask<?> task = first;
        int left = first.loop.taskSet().size();
        while (true) {
            CancelScope shield = ScopeTree.shieldOf(task);
            if (shield != null) {
                shield.hold(reason);
                return;
            }
            task.addRequests(1);
            if (!(task.source() instanceof RunningTask<?> inner) || task.isScheduled()) {
                passOn(task, reason);
                return;
            }
            if (left-- == 0) {
                leaveRing(task, inner, reason);
                return;
            }
            task = inner;
        }
    }

    /** Tasks that await each other in a ring would never end: this one stops waiting. */
    private static void leaveRing(RunningTask<?> task, RunningTask<?> inner, @Nullable String reason) {
        inner.forget(task);
        task.raiseAtNextStep(reason);
        task.schedule();
    }

    /** Tells what the task waits for if a scope around it is cancelled, once for each suspension. */
    static void passScopeOn(RunningTask<?> task) {
        int phase = task.phase();
        if (task.isRaising() || task.isAsked() || phase != TaskState.SUSPENDED && phase != TaskState.NOT_STARTED) {
            return;
        }
        CancelScope cancelled = ScopeTree.cancelledAround(task.innermostScope());
        if (cancelled != null && !(task.source() instanceof GroupWait wait && wait.isOf(cancelled))) {
            task.markAsked();
            cancelled.delivered();
            passOn(task, cancelled.reason());
        }
    }

    private static void passOn(RunningTask<?> task, @Nullable String reason) {
        Suspension source = task.source();
        boolean taken = source != null && !task.isScheduled() && source.cancel(reason);
        if (!taken) {
            task.raiseAtNextStep(reason);
        }
    }

    /** Requests that a shield held back take effect: at the next suspension of the task, which is running. */
    static void release(RunningTask<?> task, int requests, @Nullable String reason) {
        task.addRequests(requests);
        task.raiseAtNextStep(reason);
    }

    /** Takes one request back, if there is one. */
    static void takeBack(RunningTask<?> task) {
        CancelScope shield = ScopeTree.shieldOf(task);
        if (shield != null && shield.heldRequests() > 0) {
            shield.releaseOne();
        } else if (task.requests() > 0) {
            task.addRequests(-1);
            if (task.requests() == 0 && task.isRunning()) {
                task.takeRequest();
            }
        }
    }
}
