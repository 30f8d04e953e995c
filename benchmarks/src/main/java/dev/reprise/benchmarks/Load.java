package dev.reprise.benchmarks;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Promise;
import dev.reprise.Task;
import dev.reprise.testing.VirtualClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * By hand: what very many tasks take.
 *
 * <pre>
 * java -Xmx2g -cp runtime/target/classes:benchmarks/target/classes dev.reprise.benchmarks.Load sleepers 1000000
 * java -Xmx2g -cp runtime/target/classes:benchmarks/target/classes dev.reprise.benchmarks.Load frames 1000000 10
 * java -Xmx64m -cp runtime/target/classes:benchmarks/target/classes dev.reprise.benchmarks.Load awaits 10000000
 * </pre>
 *
 * {@code sleepers n} has n tasks sleep at once, in virtual time, and makes sure that they wake in the order of their deadlines.
 * {@code frames n d} has n tasks wait for one promise, each d coroutines deep. {@code awaits n} awaits n promises in one loop of one
 * coroutine, and prints the heap in between.
 */
public final class Load {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private int woken;
    private long last;

    private Load() {}

    /** See above. */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "sleepers" ->
                EventLoop.run(
                        LoopOptions.defaults().clock(new VirtualClock()),
                        new Load().sleepers(count, new SplittableRandom(1)));
            case "frames" -> EventLoop.run(frames(count, Integer.parseInt(args[2])));
            case "awaits" -> EventLoop.run(awaits(count));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    // ---- sleepers

    @Coroutine
    private Async<Void> sleepers(int count, SplittableRandom random) {
        EventLoop loop = EventLoop.current();
        long heap = usedHeap();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            loop.createTask(sleeper(1 + random.nextLong(HOUR)));
        }
        await(sleep(Duration.ZERO));
        System.out.printf("%,d tasks created and asleep after %.2f s%n", count, since(began));
        System.out.printf("%.0f bytes per sleeping task%n", (usedHeap() - heap) / (double) count);
        began = cpuTime();
        await(sleep(Duration.ofNanos(HOUR + 1)));
        if (woken != count) {
            throw new AssertionError(woken + " were woken");
        }
        System.out.printf(
                "all awake after %.2f s of CPU, in the order of their deadlines%n", (cpuTime() - began) / 1e9);
        return done();
    }

    @Coroutine
    private Async<Void> sleeper(long delay) {
        await(sleep(Duration.ofNanos(delay)));
        if (delay < last) {
            throw new AssertionError("woken out of order");
        }
        last = delay;
        woken++;
        return done();
    }

    // ---- awaits

    @Coroutine
    private static Async<Void> awaits(int count) {
        EventLoop loop = EventLoop.current();
        long sum = 0;
        for (int i = 0; i < count; i++) {
            Promise<Integer> promise = loop.promise();
            loop.callSoon(() -> promise.complete(1));
            sum += await(promise);
            if (i % (count / 4) == count / 4 - 1) {
                System.out.printf("%,d awaits, %.1f MB in use%n", i + 1, usedHeap() / 1e6);
            }
        }
        if (sum != count) {
            throw new AssertionError(sum);
        }
        return done();
    }

    // ---- frames

    @Coroutine
    private static Async<Void> frames(int tasks, int depth) {
        EventLoop loop = EventLoop.current();
        Promise<Integer> promise = loop.promise();
        Task<?>[] all = new Task<?>[tasks];
        long heap = usedHeap();
        long began = System.nanoTime();
        for (int i = 0; i < tasks; i++) {
            all[i] = loop.createTask(nested(depth, promise));
        }
        await(sleep(Duration.ZERO));
        System.out.printf("%,d frames suspended after %.2f s%n", (long) tasks * depth, since(began));
        double bytes = (usedHeap() - heap) / (double) tasks;
        System.out.printf("%.0f bytes per task of %d frames, %.1f per frame%n", bytes, depth, bytes / depth);
        began = System.nanoTime();
        promise.complete(1);
        for (Task<?> task : all) {
            if (!Integer.valueOf(depth).equals(await(task))) {
                throw new AssertionError(task + " did not give " + depth);
            }
        }
        System.out.printf("all resumed and ended after %.2f s%n", since(began));
        return done();
    }

    @Coroutine
    private static Async<Integer> nested(int depth, Promise<Integer> promise) {
        if (depth == 1) {
            return Async.of(await(promise));
        }
        int below = await(nested(depth - 1, promise));
        return Async.of(below + 1);
    }

    // ---- measuring

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
