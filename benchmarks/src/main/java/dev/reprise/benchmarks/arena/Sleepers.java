package dev.reprise.benchmarks.arena;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** W7: a million tasks that sleep up to one point in time: the heap of each, and the CPU time of the process to wake all. */
@BenchmarkMode(Mode.SingleShotTime)
public class Sleepers extends Workload<Night.Work> {

    private static final int TASKS = 1_000_000;

    /** From the making of the first to the deadline of all; the slowest need half of it to fall asleep. */
    private static final long LENGTH = TimeUnit.SECONDS.toNanos(8);

    public Sleepers() {
        super(Night.Work.class);
    }

    /** What JMH reports besides the time. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Counts {
        public double heapBytes;
        public double wakeCpu;
    }

    @Benchmark
    public void sleep(Counts counts) throws Exception {
        Together night = new Together();
        entrant.sleep(TASKS, night);
        night.checkOver();
        counts.wakeCpu = ProcessCpu.nanos() - night.cpuAsleep;
        counts.heapBytes = (double) night.heapOfAll / TASKS;
    }

    private static final class Together extends Night {

        private final long heapBefore = usedHeap();
        private final long deadline = System.nanoTime() + LENGTH;
        private long heapOfAll;
        private long cpuAsleep;

        Together() {
            super(TASKS);
        }

        @Override
        long delay(int sleeper) {
            return deadline - System.nanoTime();
        }

        @Override
        void asleep() {
            heapOfAll = usedHeap() - heapBefore;
            cpuAsleep = ProcessCpu.nanos();
        }

        @Override
        void awake(int sleeper) {
            if (cpuAsleep == 0) {
                throw new AssertionError("woke before all were asleep");
            }
        }

        private static long usedHeap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
