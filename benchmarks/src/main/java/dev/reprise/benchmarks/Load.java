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
 * </pre>
 *
 * {@code sleepers n} has n tasks sleep at once, in virtual time, and makes sure that they wake in the order of their deadlines.
 * {@code frames n d} has n tasks wait for one promise, each d coroutines deep.
 */
public final class Load {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private int woken;
    private Duration last = Duration.ZERO;

    private Load() {}

    /** See above. */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[1]);
        if (args[0].equals("sleepers")) {
            EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), new Load().sleepers(count));
        } else {
            EventLoop.run(frames(count, Integer.parseInt(args[2])));
        }
    }

    // ---- sleepers

    @Coroutine
    private Async<Void> sleepers(int count) {
        EventLoop loop = EventLoop.current();
        SplittableRandom random = new SplittableRandom(1);
        long heap = usedHeap();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            loop.createTask(sleeper(Duration.ofNanos(1 + random.nextLong(HOUR))));
        }
        await(sleep(Duration.ZERO));
        System.out.printf("%,d tasks created and asleep after %.2f s%n", count, since(began));
        System.out.printf("%.0f bytes per sleeping task%n", (usedHeap() - heap) / (double) count);
        began = System.nanoTime();
        await(sleep(Duration.ofNanos(HOUR + 1)));
        if (woken != count) {
            throw new AssertionError(woken + " were woken");
        }
        System.out.printf("all awake after %.2f s, in the order of their deadlines%n", since(began));
        return done();
    }

    @Coroutine
    private Async<Void> sleeper(Duration delay) {
        await(sleep(delay));
        if (delay.compareTo(last) < 0) {
            throw new AssertionError("woken out of order");
        }
        last = delay;
        woken++;
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

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
