package dev.reprise.sync;

import dev.reprise.Async;
import org.jspecify.annotations.Nullable;

/**
 * Lets a number of coroutines in at a time. It is fair: permits are given in the order in which they are asked for, and
 * none is lost when a coroutine is cancelled.
 *
 * <p>A permit goes back once, however often it is closed, so there are never more of them than the semaphore was made
 * with.
 */
public final class Semaphore {

    private final Permits permits;
    private final int limit;

    /**
     * @param limit how many may be in at a time
     * @throws IllegalArgumentException if {@code limit} is less than 1
     */
    public Semaphore(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a semaphore of " + limit + " lets nobody in: give it 1 or more");
        }
        this.limit = limit;
        permits = new Permits(this, limit);
    }

    /**
     * Waits until a permit is free and takes it. Close it to give it back.
     *
     * <p>Raises {@link dev.reprise.Cancelled} if the task is cancelled while it waits; no permit is then held.
     */
    public Async<Permit> acquire() {
        return new Acquire(permits);
    }

    /** Takes a permit if one is free and nobody waits for it; gives null otherwise. */
    public @Nullable Permit tryAcquire() {
        permits.home.enter(this);
        return permits.tryAcquire();
    }

    /** How many permits are free. */
    public int available() {
        return permits.free();
    }

    @Override
    public String toString() {
        return "semaphore (" + available() + " of " + limit + " free, " + permits.line.length() + " waiting)";
    }
}
