package dev.reprise.benchmarks;

import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Task;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A task, from its making to the await of its handle: a million are made before the first is awaited. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Spawn {

    static final int TASKS = 1_000_000;

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public long coroutine() {
        try (EventLoop loop = EventLoop.open()) {
            return checked(loop.runUntilComplete(all(loop)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public long handWritten() {
        HandLoop loop = new HandLoop();
        All all = new All(loop);
        loop.add(all);
        loop.runReady();
        return checked(all.sum);
    }

    static long checked(long sum) {
        if (sum != (long) TASKS * (TASKS - 1) / 2) {
            throw new AssertionError(sum);
        }
        return sum;
    }

    @Coroutine
    private static Async<Long> all(EventLoop loop) {
        Task<?>[] tasks = new Task<?>[TASKS];
        for (int i = 0; i < TASKS; i++) {
            tasks[i] = loop.createTask(one(i));
        }
        long sum = 0;
        for (Task<?> task : tasks) {
            sum += (Integer) await(task);
        }
        return Async.of(sum);
    }

    @Coroutine
    private static Async<Integer> one(int number) {
        return Async.of(number);
    }

    /** A task by hand. */
    private static final class One implements Runnable {

        private final HandLoop loop;
        private final int number;
        private Integer result;
        private Runnable waiter;

        One(HandLoop loop, int number) {
            this.loop = loop;
            this.number = number;
        }

        @Override
        public void run() {
            result = number;
            if (waiter != null) {
                loop.add(waiter);
            }
        }
    }

    private static final class All implements Runnable {

        private final HandLoop loop;
        private final One[] tasks = new One[TASKS];
        private int awaited = -1;
        private long sum;

        All(HandLoop loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            if (awaited < 0) {
                for (int i = 0; i < TASKS; i++) {
                    One task = new One(loop, i);
                    tasks[i] = task;
                    loop.add(task);
                }
                awaited = 0;
            }
            for (; awaited < TASKS; awaited++) {
                One task = tasks[awaited];
                if (task.result == null) {
                    task.waiter = this;
                    return;
                }
                sum += task.result;
            }
        }
    }
}
