package dev.reprise.benchmarks;

import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Awaits that do not suspend, very many of them in one method, and the same awaits in methods of 30. HotSpot never compiles a method of
 * more than 8,000 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LongMethods {

    private static final int AWAITS = 300;
    private static final int LOOP_AWAITS = 120;
    private static final int ROUNDS = 10;

    private final Ring ring = new Ring();
    private int start = 7;

    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public int straight() {
        return ring.run(straight(start));
    }

    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public int straightSplit() {
        return ring.run(straightSplit(start));
    }

    @Benchmark
    @OperationsPerInvocation(LOOP_AWAITS * ROUNDS)
    public int loop() {
        return ring.run(loop(start));
    }

    @Benchmark
    @OperationsPerInvocation(LOOP_AWAITS * ROUNDS)
    public int loopSplit() {
        return ring.run(loopSplit(start));
    }

    @Coroutine
    private static Async<Integer> add(int a, int b) {
        if (a == Integer.MIN_VALUE) {
            await(new Ring());
        }
        return Async.of(a + b);
    }

    @Coroutine
    private static Async<Integer> straight(int first) {
        int sum = first;
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        return Async.of(sum);
    }

    @Coroutine
    private static Async<Integer> straightSplit(int first) {
        int sum = first;
        for (int i = 0; i < AWAITS / 30; i++) {
            sum = await(thirty(sum));
        }
        return Async.of(sum);
    }

    @Coroutine
    private static Async<Integer> thirty(int first) {
        int sum = first;
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        sum += await(add(sum, 1)) + await(add(sum, 2)) + await(add(sum, 3)) + await(add(sum, 4)) + await(add(sum, 5));
        return Async.of(sum);
    }

    @Coroutine
    private static Async<Integer> loop(int first) {
        int sum = first;
        for (int i = 0; i < ROUNDS; i++) {
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
            sum += await(add(sum, 1))
                    + await(add(sum, 2))
                    + await(add(sum, 3))
                    + await(add(sum, 4))
                    + await(add(sum, 5));
        }
        return Async.of(sum);
    }

    @Coroutine
    private static Async<Integer> loopSplit(int first) {
        int sum = first;
        for (int i = 0; i < ROUNDS; i++) {
            sum = await(thirty(sum));
            sum = await(thirty(sum));
            sum = await(thirty(sum));
            sum = await(thirty(sum));
        }
        return Async.of(sum);
    }
}
