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

/** An await of a coroutine that does not suspend, beside the plain call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AwaitCost {

    private static final int CALLS = 1000;

    private final Ring ring = new Ring();
    private int start = 7;

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

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int plain() {
        int sum = start;
        for (int i = 0; i < CALLS; i++) {
            sum = addPlain(sum, i);
        }
        return sum;
    }

    @Coroutine
    private Async<Integer> fusedLoop(int first) {
        int sum = first;
        for (int i = 0; i < CALLS; i++) {
            sum = await(add(sum, i));
        }
        return Async.of(sum);
    }

    @Coroutine
    private Async<Integer> virtualLoop(int first) {
        int sum = first;
        for (int i = 0; i < CALLS; i++) {
            sum = await(addVirtual(sum, i));
        }
        return Async.of(sum);
    }

    @Coroutine
    private Async<Integer> add(int a, int b) {
        if (a == Integer.MIN_VALUE) {
            await(ring);
        }
        return Async.of(a + b);
    }

    @Coroutine
    public Async<Integer> addVirtual(int a, int b) {
        if (a == Integer.MIN_VALUE) {
            await(ring);
        }
        return Async.of(a + b);
    }

    private int addPlain(int a, int b) {
        if (a == Integer.MIN_VALUE) {
            ring.runAll();
        }
        return a + b;
    }
}
