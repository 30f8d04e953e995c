package dev.reprise.benchmarks.arena;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Endurance: ten million turns of the loop in one task, and the heap in use meanwhile, which is not to grow. */
@BenchmarkMode(Mode.SingleShotTime)
public class Endurance extends Workload<LoopTurn.Work> {

    private static final int TURNS = 10_000_000;
    private static final long PERIOD_MILLIS = 50;

    public Endurance() {
        super(LoopTurn.Work.class);
    }

    /** The heap in use after full collections, in bytes: the first that was made while the task ran, and the last. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Heap {
        public double first;
        public double last;
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public long turns(Heap heap) throws InterruptedException {
        List<Long> used = new ArrayList<>();
        ScheduledExecutorService collector = new ScheduledThreadPoolExecutor(1);
        collector.scheduleWithFixedDelay(
                () -> used.add(usedHeap()), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        long turns = checked(entrant.turns(TURNS, 1), TURNS);
        collector.shutdown();
        if (!collector.awaitTermination(1, TimeUnit.MINUTES) || used.isEmpty()) {
            throw new AssertionError("the heap was not measured");
        }
        heap.first = used.get(0);
        heap.last = used.get(used.size() - 1);
        return turns;
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
