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

/** Recursion straight down that never suspends, per call: as deep as the Java stack holds, and deeper. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeepRecursion {

    private static final int SHALLOW = 500;

    private static final int DEEP = 100_000;

    private final Ring ring = new Ring();

    @Benchmark
    @OperationsPerInvocation(SHALLOW)
    public int shallow() {
        return counted(SHALLOW);
    }

    @Benchmark
    @OperationsPerInvocation(DEEP)
    public int deep() {
        return counted(DEEP);
    }

    private int counted(int calls) {
        int sum = ring.run(sum(calls));
        if (sum != calls) {
            throw new AssertionError(sum);
        }
        return sum;
    }

    @Coroutine
    private Async<Integer> sum(int n) {
        if (n == 0) {
            return Async.of(0);
        }
        return Async.of(await(sum(n - 1)) + 1);
    }
}
