package dev.reprise;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The walks through the tree of scopes. Each scope knows the one around it; downwards the way leads over the tasks: the
 * scopes that a task has entered, and the tasks of those that are groups.
 */
final class ScopeTree {

    private ScopeTree() {}

    /** Tells every task inside a cancelled scope. A queue instead of a recursion: groups may be nested deeply. */
    static void passOn(CancelScope cancelled) {
        RunningTask<?> host = cancelled.host();
        if (host == null) {
            return;
        }
        Queue<RunningTask<?>> told = new ArrayDeque<>();
        Interruption.passScopeOn(host);
        addChildren(host, cancelled.outer(), told);
        for (RunningTask<?> task = told.poll(); task != null; task = told.poll()) {
            Interruption.passScopeOn(task);
            addChildren(task, null, told);
        }
    }

    /** Adds the tasks of the groups that {@code task} has entered inside {@code limit}. */
    private static void addChildren(RunningTask<?> task, @Nullable CancelScope limit, Queue<RunningTask<?>> children) {
        CancelScope scope = task.innermostScope();
        while (scope != null && scope != limit && scope.host() == task) {
            TaskGroup group = scope.group();
            if (group != null) {
                children.addAll(group.members());
            }
            scope = scope.outer();
        }
    }

    /** The scope whose cancellation code directly in {@code from} has to obey, null if there is none. */
    static @Nullable CancelScope cancelledAround(@Nullable CancelScope from) {
        CancelScope scope = from;
        while (scope != null && !scope.isCancelled()) {
            scope = scope.visibleOuter();
        }
        return scope;
    }

    /** The innermost scope of a task that lets no cancellation in. */
    static @Nullable CancelScope shieldOf(RunningTask<?> task) {
        CancelScope scope = task.innermostScope();
        while (scope != null && scope.host() == task && !scope.isShielded()) {
            scope = scope.outer();
        }
        return scope != null && scope.host() == task ? scope : null;
    }

    /** See {@link CancelScope#timeLeft()}. */
    static @Nullable Duration timeLeft(RunningTask<?> task) {
        Duration least = null;
        for (CancelScope scope = task.innermostScope(); scope != null; scope = scope.visibleOuter()) {
            Duration left = scope.isCancelled() ? Duration.ZERO : scope.left();
            if (left != null && (least == null || left.compareTo(least) < 0)) {
                least = left;
            }
        }
        return least;
    }

    /** Takes a scope out of those that a task is in. */
    static void takeOut(RunningTask<?> task, CancelScope left) {
        if (task.innermostScope() == left) {
            task.innermostScope(left.outer());
            return;
        }
        for (CancelScope scope = task.innermostScope(); scope != null; scope = scope.outer()) {
            if (scope.outer() == left) {
                scope.outer(left.outer());
                return;
            }
        }
    }

    /** Requests that a shield held back go to the next shield around it, or to the task. */
    static void handOn(RunningTask<?> task, int requests, @Nullable String reason) {
        CancelScope next = shieldOf(task);
        if (next == null) {
            Interruption.release(task, requests, reason);
            return;
        }
        for (int i = 0; i < requests; i++) {
            next.hold(reason);
        }
    }
}
