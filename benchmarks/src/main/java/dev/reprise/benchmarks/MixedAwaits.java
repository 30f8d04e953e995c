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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Awaits of coroutines that suspend now and then, in a JVM in which other coroutines have suspended, failed and gone deep: what
 * the JIT learned of the code that all coroutines share is not only about the one that is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MixedAwaits {

    private static final int CALLS = 1024;

    /** One of so many calls suspends. */
    @Param({"never", "1024", "8"})
    String suspends;

    private final Ring ring = new Ring();
    private int mask;
    private int start = 7;

    @Setup
    public void otherCoroutines() {
        mask = suspends.equals("never") ? -1 : Integer.parseInt(suspends) - 1;
        int outcome = 0;
        for (int i = 0; i < 20_000; i++) {
            outcome += ring.run(others(i));
        }
        outcome += ring.run(new Deep().down(100_000));
        if (outcome == 0) {
            throw new AssertionError("nothing ran");
        }
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int fused() {
        return ring.run(fusedLoop(start));
    }

    /** The callee is overridable: it is called through its object. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int virtual() {
        return ring.run(virtualLoop(start));
    }

    /** The result is an object that was there before. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int objects() {
        return ring.run(loopOverObjects(start));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int plain() {
        int sum = start;
        for (int i = 1; i <= CALLS; i++) {
            sum = addPlain(sum, i);
        }
        return sum;
    }

    @Coroutine
    private Async<Integer> fusedLoop(int first) {
        int sum = first;
        for (int i = 1; i <= CALLS; i++) {
            sum = await(add(sum, i));
        }
        return Async.of(sum);
    }

    @Coroutine
    private Async<Integer> virtualLoop(int first) {
        int sum = first;
        for (int i = 1; i <= CALLS; i++) {
            sum = await(addVirtual(sum, i));
        }
        return Async.of(sum);
    }

    @Coroutine
    private Async<Integer> loopOverObjects(int first) {
        Object last = this;
        int sum = first;
        for (int i = 1; i <= CALLS; i++) {
            last = await(passOn(last, i));
            sum += last == this ? 1 : 0;
        }
        return Async.of(sum);
    }

    @Coroutine
    private Async<Integer> add(int a, int b) {
        if ((b & mask) == 0) {
            await(ring);
        }
        return Async.of(a + b);
    }

    @Coroutine
    public Async<Integer> addVirtual(int a, int b) {
        if ((b & mask) == 0) {
            await(ring);
        }
        return Async.of(a + b);
    }

    @Coroutine
    public Async<Object> passOn(Object a, int b) {
        if ((b & mask) == 0) {
            await(ring);
        }
        return Async.of(a);
    }

    private int addPlain(int a, int b) {
        if ((b & mask) == 0) {
            ring.runAll();
        }
        return a + b;
    }

    @Coroutine
    private Async<Integer> others(int i) {
        Async<Integer> failing = new Failing().perhaps(i);
        int sum = await(new Text().length("text" + i)) + await(new Waiting().turns(i % 4));
        try {
            sum += await(failing);
        } catch (IllegalStateException e) {
            sum++;
        }
        return Async.of(sum);
    }

    static class Failing {
        @Coroutine
        Async<Integer> perhaps(int i) {
            if (i % 3 == 0) {
                throw new IllegalStateException();
            }
            return Async.of(i);
        }
    }

    static class Text {
        @Coroutine
        Async<Integer> length(String text) {
            return Async.of(text.length());
        }
    }

    class Waiting {
        @Coroutine
        Async<Integer> turns(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += await(ring);
            }
            return Async.of(sum);
        }
    }

    static class Deep {
        @Coroutine
        Async<Integer> down(int n) {
            return Async.of(n == 0 ? 0 : await(down(n - 1)) + 1);
        }
    }
}
