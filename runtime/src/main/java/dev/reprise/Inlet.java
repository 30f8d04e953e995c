package dev.reprise;

import org.jspecify.annotations.Nullable;

/** The coroutine that brings the elements of one source into an {@link Inflow}, and ends with it. Its failures are those of the inflow. */
abstract class Inlet<T extends @Nullable Object> extends HandWritten<@Nullable Void> {

    final Inflow<T> inflow;

    /** How many elements may have come and not been taken. */
    final int ahead;

    @Nullable Task<?> task;

    /** It has begun to end by itself. */
    boolean ending;

    private boolean stopped;

    Inlet(Inflow<T> inflow, int ahead) {
        if (ahead < 1) {
            throw new IllegalArgumentException("room for " + ahead + " elements: give it room for 1 or more");
        }
        this.inflow = inflow;
        this.ahead = ahead;
    }

    /** The consumer has taken an element of this inlet. */
    abstract void taken();

    final void stop(String reason) {
        if (!ending && !stopped && task != null) {
            stopped = true;
            task.cancel(reason);
        }
    }

    /**
     * Ends the inlet. Whoever waits for that and was cancelled meanwhile is told.
     *
     * @param failure of the source's close, or null
     */
    final void ended(@Nullable Throwable failure) {
        if (failure != null) {
            inflow.failed(failure);
        }
        inflow.ended();
        if (failure instanceof Cancelled cancelled) {
            throw cancelled;
        }
        if (task != null && task.cancelling() > (stopped ? 1 : 0)) {
            throw new Cancelled("the close of a stream was cancelled");
        }
    }

    @Override
    String method() {
        return inflow.made();
    }
}
