package dev.reprise.benchmarks.arena;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * An event loop for one thread with nothing in it but a ring of callbacks and a heap of timers. It is the limit, and the loop
 * of the peers that bring none.
 */
public final class HandLoop {

    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();

    /** What is to run at a time of {@link System#nanoTime()}. */
    public abstract static class Alarm implements Runnable, Comparable<Alarm> {

        final long deadline;

        protected Alarm(long deadline) {
            this.deadline = deadline;
        }

        @Override
        public final int compareTo(Alarm other) {
            return Long.signum(deadline - other.deadline);
        }
    }

    public void add(Runnable callback) {
        ready.add(callback);
    }

    public void add(Alarm alarm) {
        alarms.add(alarm);
    }

    /** Runs {@code callback} once {@code nanos} have gone by. */
    public void addLater(long nanos, Runnable callback) {
        add(new Later(System.nanoTime() + nanos, callback));
    }

    private static final class Later extends Alarm {

        private final Runnable callback;

        Later(long deadline, Runnable callback) {
            super(deadline);
            this.callback = callback;
        }

        @Override
        public void run() {
            callback.run();
        }
    }

    /** Runs what is ready, turn by turn, until nothing is; alarms that are not due are left. */
    public void runReady() {
        while (!ready.isEmpty()) {
            if (!alarms.isEmpty()) {
                fire(System.nanoTime());
            }
            for (int left = ready.size(); left > 0; left--) {
                ready.remove().run();
            }
        }
    }

    /** Runs until nothing is ready and no alarm is left. */
    public void run() {
        runReady();
        for (Alarm first = alarms.peek(); first != null; first = alarms.peek()) {
            long wait = first.deadline - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            }
            fire(System.nanoTime());
            runReady();
        }
    }

    /** Makes the alarms that are due at {@code now} ready. */
    private void fire(long now) {
        for (Alarm first = alarms.peek(); first != null && first.deadline - now <= 0; first = alarms.peek()) {
            ready.add(alarms.remove());
        }
    }
}
