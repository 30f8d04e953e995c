package dev.reprise.sync;

import dev.reprise.Async;
import org.jspecify.annotations.Nullable;

/**
 * A lock between coroutines of one loop: at most one holds it, also while that one is suspended. Code without a suspension
 * in it needs no lock, because a loop runs one coroutine at a time.
 *
 * <p>The lock is fair: it goes to those who ask in the order in which they ask, and nobody overtakes. It is not
 * re-entrant: a coroutine that acquires it twice waits for itself. A coroutine that is cancelled while it waits leaves the
 * line; if the lock had just been handed to it, the next in the line gets it.
 */
public final class Lock {

    final Permits permits = new Permits(this, 1);

    /** A lock that nobody holds. It belongs to the loop on which it is first used. */
    public Lock() {}

    /**
     * Waits until the lock is free and takes it. Close the permit to release it.
     *
     * <p>Raises {@link dev.reprise.Cancelled} if the task is cancelled while it waits; the lock is then not held.
     */
    public Async<Permit> acquire() {
        return new Acquire(permits);
    }

    /** Takes the lock if it is free; gives null if it is not. */
    public @Nullable Permit tryAcquire() {
        permits.home.enter(this);
        return permits.tryAcquire();
    }

    /** Whether somebody holds the lock. */
    public boolean isHeld() {
        return permits.free() == 0;
    }

    @Override
    public String toString() {
        return "lock (" + (isHeld() ? "held, " + permits.line.length() + " waiting" : "free") + ")";
    }
}
