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

/** Recursion that never suspends, per call: of a tree of small depth, and straight down. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecursionCost {

    private static final int FIBONACCI = 20;

    /** Calls that the recursion for {@link #FIBONACCI} makes. */
    private static final int CALLS = 21_891;

    private static final int SHALLOW = 500;

    private static final int DEEP = 100_000;

    private final Ring ring = new Ring();
    private int start = FIBONACCI;

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int fusedTree() {
        return ring.run(fibonacci(start));
    }

    /** The callee is overridable: it is called through its object. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int virtualTree() {
        return ring.run(virtualFibonacci(start));
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int plainTree() {
        return plainFibonacci(start);
    }

    /** All of it fits on the stack. */
    @Benchmark
    @OperationsPerInvocation(SHALLOW)
    public int shallow() {
        return ring.run(sum(SHALLOW));
    }

    /** More than the stack holds. */
    @Benchmark
    @OperationsPerInvocation(DEEP)
    public int deep() {
        return ring.run(sum(DEEP));
    }

    @Coroutine
    private Async<Integer> fibonacci(int n) {
        if (n < 2) {
            return Async.of(n);
        }
        return Async.of(await(fibonacci(n - 1)) + await(fibonacci(n - 2)));
    }

    @Coroutine
    public Async<Integer> virtualFibonacci(int n) {
        if (n < 2) {
            return Async.of(n);
        }
        return Async.of(await(virtualFibonacci(n - 1)) + await(virtualFibonacci(n - 2)));
    }

    private int plainFibonacci(int n) {
        if (n < 2) {
            return n;
        }
        return plainFibonacci(n - 1) + plainFibonacci(n - 2);
    }

    @Coroutine
    private Async<Integer> sum(int n) {
        if (n == 0) {
            return Async.of(0);
        }
        return Async.of(await(sum(n - 1)) + 1);
    }
}
