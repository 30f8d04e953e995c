package dev.reprise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The work of {@link GeneratorOfInts} by Kotlin's {@code sequence}, which gives out boxed numbers only. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KotlinSequenceOfInts {

    private static final int COUNT = GeneratorOfInts.COUNT;

    private int count = COUNT;

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long objects() {
        return SumOfAll.checked(Sequences.upTo(count).iterator(), COUNT);
    }
}
