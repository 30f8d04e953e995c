package dev.reprise.benchmarks.arena;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** W10: many tasks that sleep for 0 to 2 seconds each: how late they wake, and the CPU time of it. */
@BenchmarkMode(Mode.SingleShotTime)
public class Timers extends Workload<Night.Work> {

    private static final int TASKS = 100_000;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

    private final long[] delays =
            new SplittableRandom(1).longs(TASKS, 0, LONGEST).toArray();

    public Timers() {
        super(Night.Work.class);
    }

    /** What JMH reports besides the time. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Lateness {
        public double p50;
        public double p99;
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void sleep(Lateness lateness) throws Exception {
        Scattered night = new Scattered(delays);
        entrant.sleep(TASKS, night);
        night.checkOver();
        Arrays.sort(night.late);
        if (night.late[0] < 0) {
            throw new AssertionError("woke " + -night.late[0] + " ns early");
        }
        lateness.p50 = night.late[TASKS / 2];
        lateness.p99 = night.late[TASKS / 100 * 99];
    }

    private static final class Scattered extends Night {

        private final long[] delays;
        private final long[] due = new long[TASKS];
        private final long[] late = new long[TASKS];

        Scattered(long[] delays) {
            super(TASKS);
            this.delays = delays;
        }

        @Override
        long delay(int sleeper) {
            due[sleeper] = System.nanoTime() + delays[sleeper];
            return delays[sleeper];
        }

        @Override
        void asleep() {
            // nothing to measure
        }

        @Override
        void awake(int sleeper) {
            late[sleeper] = System.nanoTime() - due[sleeper];
        }
    }
}
