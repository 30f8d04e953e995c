package dev.reprise.benchmarks;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.benchmarks.arena.limit.UpTo;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Integers out of a generator, beside the same ones out of a hand-written iterator. Every benchmark has a loop and call
 * sites of its own, as it is run in a VM of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GeneratorOfInts {

    static final int COUNT = 10_000;

    private int count = COUNT;

    /** Where the loops over a consumer add up. */
    private long total;

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long objects() {
        return sumOfObjects(upTo(count));
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long objectsByHand() {
        return sumOfObjects(new UpTo(count));
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long ints() {
        return sumOfInts(intsUpTo(count));
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long intsByHand() {
        return sumOfInts(new UpTo(count));
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long forOverIterable() {
        long sum = 0;
        for (int number : iterable(count)) {
            sum += number;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long forOverIterableByHand() {
        int end = count;
        Iterable<Integer> numbers = () -> new UpTo(end);
        long sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long forEachRemaining() {
        total = 0;
        intsUpTo(count).forEachRemaining((int number) -> total += number);
        return total;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long forEachRemainingByHand() {
        total = 0;
        new UpTo(count).forEachRemaining((int number) -> total += number);
        return total;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long stream() {
        return streamUpTo(count)
                .filter(number -> (number & 1) == 0)
                .asLongStream()
                .sum();
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long streamOfIterate() {
        int end = count;
        return IntStream.iterate(0, number -> number < end, number -> number + 1)
                .filter(number -> (number & 1) == 0)
                .asLongStream()
                .sum();
    }

    /** A spliterator whose {@code forEachRemaining} is the loop of the generator. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long streamByHand() {
        return StreamSupport.intStream(new SplitUpTo(count), false)
                .filter(number -> (number & 1) == 0)
                .asLongStream()
                .sum();
    }

    private static long sumOfObjects(Iterator<Integer> numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return sum;
    }

    private static long sumOfInts(PrimitiveIterator.OfInt numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.nextInt();
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

    @Coroutine
    private static PrimitiveIterator.OfInt intsUpTo(int end) {
        for (int i = 0; i < end; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    @Coroutine
    private static IntStream streamUpTo(int end) {
        for (int i = 0; i < end; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    @Coroutine
    private static Iterable<Integer> iterable(int end) {
        for (int i = 0; i < end; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    private static final class SplitUpTo extends Spliterators.AbstractIntSpliterator {

        private final int end;
        private int next;

        SplitUpTo(int end) {
            super(Long.MAX_VALUE, ORDERED);
            this.end = end;
        }

        @Override
        public boolean tryAdvance(IntConsumer action) {
            boolean more = next < end;
            if (more) {
                action.accept(next++);
            }
            return more;
        }

        @Override
        public void forEachRemaining(IntConsumer action) {
            for (int i = next; i < end; i++) {
                action.accept(i);
            }
            next = end;
        }
    }
}
