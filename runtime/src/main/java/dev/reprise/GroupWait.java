package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/** The wait for the children of a group: the coroutine of {@link TaskGroup#join} and {@link TaskGroup#closeAsync}. */
final class GroupWait extends Async<@Nullable Void> implements Suspension {

    /** Which end of the group it is. */
    enum End {
        /** Asked for in the block. */
        JOIN,
        /** The end of the block, by which everybody has to go. */
        CLOSE,
        /** The end of a block that is a lambda. */
        BLOCK
    }

    private final TaskGroup group;
    private final End end;
    private boolean started;

    /** Who waits; null before that, and from the wake-up on. */
    private @Nullable Driver driver;

    /** The children were waited for. */
    private boolean waited;

    /** A request from outside of the group came meanwhile. */
    private boolean cancelled;

    private @Nullable String reason;

    GroupWait(TaskGroup group, End end) {
        this.group = group;
        this.end = end;
    }

    boolean isOf(CancelScope scope) {
        return group.scope() == scope;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (started) {
            throw new IllegalStateException("a join of a task group runs once: call join() again");
        }
        started = true;
        if (group.hasEnded()) {
            if (end == End.CLOSE) {
                return null;
            }
            throw new IllegalStateException("the task group has ended: join it once");
        }
        if (context.driver() != group.scope().host()) {
            throw new IllegalStateException("a task group is joined by the task that opened it, "
                    + group.scope().host());
        }
        if (end == End.CLOSE) {
            group.cancelRest();
        }
        if (group.members().isEmpty()) {
            return outcome();
        }
        return context.suspendOn(this);
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        waited = true;
        group.waiting(this);
    }

    void wake() {
        group.waiting(null);
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public @Nullable Object outcome() {
        if (end == End.JOIN) {
            group.leaveIfInnermost();
        } else {
            group.leave();
        }
        group.raiseFailure(reason);
        if (cancelled) {
            throw new Cancelled(reason);
        }
        CancelScope outside = waited ? group.scope().cancelledOutside() : null;
        if (outside != null) {
            outside.delivered();
            throw new Cancelled(outside.reason());
        }
        return null;
    }

    @Override
    public boolean cancel(@Nullable String why) {
        if (driver == null) {
            return false;
        }
        cancelled = true;
        reason = why;
        group.cancel(why);
        return true;
    }

    @Override
    public String toString() {
        return "the tasks of a group: " + group.members();
    }
}
