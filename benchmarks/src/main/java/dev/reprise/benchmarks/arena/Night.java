package dev.reprise.benchmarks.arena;

import java.util.concurrent.TimeUnit;

/**
 * What is measured of tasks that sleep. Each task calls {@link #bedtime}, sleeps for that long and calls {@link #woken}; in between
 * the task that made them calls {@link #allAsleep}. All of them run on one thread.
 */
public abstract class Night {

    private final int sleepers;
    private int inBed;
    private int woken;

    Night(int sleepers) {
        this.sleepers = sleepers;
    }

    /** How many nanoseconds from now {@code sleeper}, counted from 0, is to sleep. */
    public final long bedtime(int sleeper) {
        inBed++;
        return delay(sleeper);
    }

    /** The same in milliseconds, rounded up, for those who count in nothing finer. */
    public final long bedtimeMillis(int sleeper) {
        return (bedtime(sleeper) + TimeUnit.MILLISECONDS.toNanos(1) - 1) / TimeUnit.MILLISECONDS.toNanos(1);
    }

    /** Whether every sleeper has asked for its {@link #bedtime}. */
    public final boolean inBed() {
        return inBed == sleepers;
    }

    /** Measures what there is to measure of those who sleep. */
    public final void allAsleep() {
        if (!inBed()) {
            throw new AssertionError("only " + inBed + " went to sleep");
        }
        asleep();
    }

    /** Gives true if {@code sleeper} was the last one. */
    public final boolean woken(int sleeper) {
        awake(sleeper);
        return ++woken == sleepers;
    }

    final void checkOver() {
        if (woken != sleepers) {
            throw new AssertionError(woken + " of " + sleepers + " have woken");
        }
    }

    abstract long delay(int sleeper);

    abstract void asleep();

    abstract void awake(int sleeper);

    /** Has tasks sleep. */
    public interface Work extends Entrant {

        /** Makes {@code sleepers} tasks that sleep, and returns when all are awake. */
        void sleep(int sleepers, Night night) throws Exception;
    }
}
