package dev.reprise.loop;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where the thread of a loop waits: in the selector if the loop has channels, which counts milliseconds; else parked, which is
 * precise to some 50 µs and needs no descriptors.
 */
final class Sleeper {

    private final SelectorDriver selector;

    /** The loop's thread from before it says that it sleeps until it does no longer; null if it sleeps in the selector. */
    private volatile @Nullable Thread parked;

    Sleeper(SelectorDriver selector) {
        this.selector = selector;
    }

    /**
     * Sleeps until something is posted to {@code inbox}, a channel is ready, or the thread is interrupted; it may wake without a reason.
     *
     * @param nanos how long at most, more than 0; {@link SelectorDriver#FOREVER} for no limit
     * @return whether a channel was ready
     */
    boolean sleep(Inbox inbox, long nanos) {
        boolean parks = !selector.hasChannels();
        if (parks) {
            parked = Thread.currentThread();
        }
        try {
            if (!inbox.fallAsleep()) {
                return false;
            }
            if (!parks) {
                return selector.select(nanos);
            }
            LockSupport.parkNanos(this, nanos);
            return false;
        } finally {
            inbox.awake();
            parked = null;
        }
    }

    /** Ends a sleep here, or that of another thread in {@link SelectorDriver#await}. Thread-safe. */
    void wakeUp() {
        Thread sleeping = parked;
        if (sleeping == null) {
            selector.wakeUp();
        } else {
            LockSupport.unpark(sleeping);
        }
    }
}
