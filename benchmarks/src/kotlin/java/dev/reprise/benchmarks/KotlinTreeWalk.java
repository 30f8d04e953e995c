package dev.reprise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The tree of {@link TreeWalk} in order by Kotlin: by a suspending function that calls itself, and by nested sequences. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KotlinTreeWalk {

    private static final int COUNT = TreeWalk.COUNT;

    private final TreeWalk.@Nullable Node root = TreeWalk.balanced(0, COUNT);

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long pulled() {
        return SumOfAll.checked(Sequences.inOrder(root).iterator(), COUNT);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long pulledNested() {
        return SumOfAll.checked(Sequences.inOrderNested(root).iterator(), COUNT);
    }
}
