package dev.reprise;

import dev.reprise.frame.PointTable;
import org.jspecify.annotations.Nullable;

/** What few tasks have – scopes, a group, context variables, a name beside the coroutine – so that the others do not pay for it. */
final class TaskExtras {

    final @Nullable String name;

    /** The coroutine that it began with. */
    @Nullable PointTable coroutine;

    /** The group that forked the task. */
    private final @Nullable TaskGroup home;

    /** The scope that the task's code is in: one that it has entered itself, or else that of its home. */
    @Nullable CancelScope innermost;

    /** The values of context variables between two steps. */
    @Nullable ContextValues values;

    /** What {@link dev.reprise.frame.Carriers} have captured between two steps. */
    @Nullable Object carried;

    /** What the end of a scope has just raised; see {@link dev.reprise.frame.BlockEnd}. */
    @Nullable Throwable endOfBlock;

    /** In debug mode: where the task was made. */
    @Nullable Throwable origin;

    TaskExtras(@Nullable String name, @Nullable TaskGroup home) {
        this.name = name;
        this.home = home;
        this.innermost = home == null ? null : home.scope();
    }

    void ended(RunningTask<?> task) {
        values = null;
        for (CancelScope left = innermost; left != null && left.host() == task; left = left.outer()) {
            left.abandoned();
        }
        if (home != null) {
            home.ended(task);
        }
    }
}
