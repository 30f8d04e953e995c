package dev.reprise.benchmarks;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The work of {@link LoopTurn}, {@link Spawn} and {@link PingPong} by virtual threads on one carrier; from JDK 21 on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        jvmArgsAppend = {
            "-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1",
        })
public class VirtualThreads {

    private final ThreadFactory threads = factory();

    /** By reflection, so that this compiles for JDK 17. */
    private static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has no virtual threads", e);
        }
    }

    @Benchmark
    @OperationsPerInvocation(LoopTurn.TURNS)
    public int loopTurn(LoopTurn.Depth chain) throws InterruptedException {
        int[] sum = new int[1];
        run(() -> sum[0] = nested(chain.depth));
        return LoopTurn.checked(sum[0]);
    }

    private static int nested(int level) {
        if (level > 1) {
            return nested(level - 1) + 0;
        }
        int sum = 0;
        for (int i = 0; i < LoopTurn.TURNS; i++) {
            Thread.yield();
            sum++;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(Spawn.TASKS)
    public long spawn() throws InterruptedException {
        long[] sum = new long[1];
        run(() -> sum[0] = all());
        return Spawn.checked(sum[0]);
    }

    private long all() {
        int[] results = new int[Spawn.TASKS];
        Thread[] all = new Thread[Spawn.TASKS];
        for (int i = 0; i < all.length; i++) {
            int number = i;
            all[i] = threads.newThread(() -> results[number] = number);
            all[i].start();
        }
        long sum = 0;
        for (int i = 0; i < all.length; i++) {
            join(all[i]);
            sum += results[i];
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PingPong.ROUNDS)
    public long pingPong() throws InterruptedException {
        BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
        BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
        long[] sum = new long[1];
        Thread pong = threads.newThread(() -> {
            for (int i = 0; i < PingPong.ROUNDS; i++) {
                put(back, take(there));
            }
        });
        pong.start();
        run(() -> {
            for (int i = 0; i < PingPong.ROUNDS; i++) {
                put(there, i);
                sum[0] += take(back);
            }
        });
        pong.join();
        return PingPong.checked(sum[0]);
    }

    private void run(Runnable work) throws InterruptedException {
        Thread thread = threads.newThread(work);
        thread.start();
        thread.join();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void put(BlockingQueue<Integer> queue, Integer item) {
        try {
            queue.put(item);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Integer take(BlockingQueue<Integer> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
