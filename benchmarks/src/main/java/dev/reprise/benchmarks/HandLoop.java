package dev.reprise.benchmarks;

import java.util.ArrayDeque;
import java.util.PriorityQueue;

/** The limit: an event loop for one thread with nothing in it but a ring of callbacks and a heap of timers. */
final class HandLoop {

    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();

    /** What is to run at a time of {@link System#nanoTime()}. */
    abstract static class Alarm implements Runnable, Comparable<Alarm> {

        final long deadline;

        Alarm(long deadline) {
            this.deadline = deadline;
        }

        @Override
        public final int compareTo(Alarm other) {
            return Long.signum(deadline - other.deadline);
        }
    }

    void add(Runnable callback) {
        ready.add(callback);
    }

    void add(Alarm alarm) {
        alarms.add(alarm);
    }

    /** Runs what is ready, turn by turn, until nothing is; alarms that are not due are left. */
    void runReady() {
        while (!ready.isEmpty()) {
            if (!alarms.isEmpty()) {
                fire(System.nanoTime());
            }
            for (int left = ready.size(); left > 0; left--) {
                ready.remove().run();
            }
        }
    }

    /** Makes the alarms that are due at {@code now} ready. */
    void fire(long now) {
        for (Alarm first = alarms.peek(); first != null && first.deadline - now <= 0; first = alarms.peek()) {
            ready.add(alarms.remove());
        }
    }

    /** The earliest deadline, {@link Long#MAX_VALUE} without an alarm. */
    long nextDeadline() {
        Alarm first = alarms.peek();
        return first == null ? Long.MAX_VALUE : first.deadline;
    }
}
