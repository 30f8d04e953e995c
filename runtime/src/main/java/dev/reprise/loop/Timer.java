package dev.reprise.loop;

/** A deadline in the queue of a loop and what is to be done when it has passed. */
public abstract class Timer {

    /** {@link #index} of a timer that is not queued. */
    static final int NOT_QUEUED = -1;

    final long deadline;

    /** Tells timers of one deadline apart: the order in which they were added. */
    int sequence;

    /** Place in the heap. */
    int index = NOT_QUEUED;

    /** @param deadline in nanoseconds of the loop's clock */
    protected Timer(long deadline) {
        this.deadline = deadline;
    }

    /** Called once, in the turn in which the deadline has passed. Makes something ready, runs no code of the user. */
    protected abstract void fire();

    public final long deadline() {
        return deadline;
    }

    /** Whether the timer is still to fire. */
    public final boolean isQueued() {
        return index != NOT_QUEUED;
    }

    final boolean isBefore(Timer other) {
        long difference = deadline - other.deadline;
        return difference < 0 || difference == 0 && sequence - other.sequence < 0;
    }
}
