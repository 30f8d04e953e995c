package dev.reprise.benchmarks;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Integers pulled one by one out of a generator, beside a hand-written iterator. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GeneratorOfInts {

    private static final int COUNT = 10_000;

    private int count = COUNT;

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long generator() {
        return sum(upTo(count));
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long handWritten() {
        return sumOf(new UpTo(count));
    }

    private static long sum(Iterator<Integer> numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return sum;
    }

    /** The same loop again, so that each iterator has a call site of its own. */
    private static long sumOf(Iterator<Integer> numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return sum;
    }

    @Coroutine
    private static Iterator<Integer> upTo(int end) {
        for (int i = 0; i < end; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    private static final class UpTo implements Iterator<Integer> {

        private final int end;
        private int next;

        UpTo(int end) {
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            return next < end;
        }

        @Override
        public Integer next() {
            return next++;
        }
    }
}
