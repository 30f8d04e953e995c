package dev.reprise.loop;

import java.util.ArrayDeque;

/**
 * The way in for other threads: what they want run on the loop's thread, first in first out. A loop that sleeps
 * is woken; one that runs is left alone, it looks here once a turn.
 */
public final class Inbox {

    private final Runnable wakeUp;

    /** Guarded by this. */
    private final ArrayDeque<Runnable> posted = new ArrayDeque<>();

    /** Guarded by this: the loop is about to sleep or sleeps, and nobody has woken it. */
    private boolean sleeping;

    /** Guarded by this. */
    private boolean closed;

    /** Written under the lock; lets the loop pass an empty inbox without taking it. */
    private volatile boolean filled;

    /** @param wakeUp ends the loop's sleep; called by the thread that posts */
    Inbox(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    /**
     * Hands {@code step} in. Thread-safe.
     *
     * @return false if the loop is closed
     */
    public boolean post(Runnable step) {
        boolean wake;
        synchronized (this) {
            if (closed) {
                return false;
            }
            posted.add(step);
            filled = true;
            wake = sleeping;
            sleeping = false;
        }
        if (wake) {
            wakeUp.run();
        }
        return true;
    }

    /** Moves everything that was posted to {@code ready}. */
    void drainTo(ReadyQueue ready) {
        if (!filled) {
            return;
        }
        synchronized (this) {
            for (Runnable step = posted.poll(); step != null; step = posted.poll()) {
                ready.add(step);
            }
            filled = false;
        }
    }

    boolean isEmpty() {
        return !filled;
    }

    /**
     * Called by the loop before it sleeps.
     *
     * @return false if something was posted, so that it must not sleep
     */
    synchronized boolean fallAsleep() {
        sleeping = posted.isEmpty();
        return sleeping;
    }

    /** Called by the loop after its sleep. */
    synchronized void awake() {
        sleeping = false;
    }

    /** Whether what is posted is refused. Thread-safe. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Refuses whatever is posted from here on. */
    synchronized void close() {
        closed = true;
    }
}
