package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

// plain: no, plain Java has no generators
/** Streams start at their terminal operation, close the generator and are used once; primitives are boxed only on demand. */
class StreamsAndPrimitives {
    @Coroutine
    static Stream<String> lines() {
        System.out.println("open");
        try {
            for (int i = 0; ; i++) {
                Generator.yield("line " + i);
            }
        } finally {
            System.out.println("close");
        }
    }

    @Coroutine
    static IntStream ints(int to, Integer last) {
        for (int i = 0; i < to; i++) {
            Generator.yield(i);
        }
        Generator.yield(last);
        return Generator.end();
    }

    @Coroutine
    LongStream longs(long from) {
        Generator.yield(from);
        Generator.yieldFrom(LongStream.range(from, from + 2));
        return Generator.end();
    }

    @Coroutine
    static DoubleStream doubles() {
        double sum = 0.5 + Generator.<Integer>yieldFrom(counted());
        Generator.yield(sum);
        return Generator.end();
    }

    @Coroutine
    static Generator<Double, Void, Integer> counted() {
        Generator.yield(0.25);
        return Generator.end(1);
    }

    @Coroutine
    static PrimitiveIterator.OfLong primitives(boolean fails) {
        Generator.yield(1L);
        Long none = fails ? null : Long.valueOf(2);
        try {
            Generator.yield(none);
        } catch (NullPointerException e) {
            Generator.yield(-1L);
        }
        return Generator.end();
    }

    @Coroutine
    static Iterator<Integer> tree(List<?> node) {
        for (Object each : node) {
            if (each instanceof List<?> inner) {
                Generator.yieldFrom(tree(inner));
            } else {
                Generator.yield((int) each);
            }
        }
        return Generator.end();
    }

    @Coroutine
    static Iterator<Number> numbers() {
        Generator.yield(1);
        Generator.yield(2);
        return Generator.end();
    }

    @Coroutine
    static Iterator<Integer> boxed(List<Integer> nulls) {
        Generator.yield(1000);
        Generator.yieldFrom(nulls);
        return Generator.end();
    }

    public static void main(String[] args) {
        Stream<String> stream = lines();
        System.out.println("nothing has run");
        try (stream) {
            System.out.println(stream.map(String::length).limit(2).collect(Collectors.toList()));
        }
        try {
            stream.count();
        } catch (IllegalStateException e) {
            System.out.println("once only");
        }
        Spliterator<String> spliterator = lines().spliterator();
        System.out.println(spliterator.hasCharacteristics(Spliterator.ORDERED)
                + " " + spliterator.hasCharacteristics(Spliterator.SIZED)
                + " " + spliterator.getExactSizeIfKnown());

        System.out.println(ints(3, 70).sum() + " " + ints(3, 7).boxed().toList());
        System.out.println(new StreamsAndPrimitives().longs(1L << 40).boxed().toList());
        System.out.println(doubles().boxed().toList());
        System.out.println(ints(40_000, 0).parallel().filter(i -> i % 2 == 1).count());
        try {
            ints(1, null).sum();
        } catch (NullPointerException e) {
            System.out.println("null is no int");
        }

        PrimitiveIterator.OfLong longs = primitives(true);
        System.out.println(longs.nextLong() + " " + longs.hasNext() + " " + longs.next() + " " + longs.hasNext());
        primitives(false).forEachRemaining((long each) -> System.out.println(each));

        Iterator<Integer> tree = tree(List.of(1, List.of(2, List.of(3)), List.of(), 4));
        System.out.println(tree instanceof PrimitiveIterator.OfInt);
        ((PrimitiveIterator.OfInt) tree).forEachRemaining((int each) -> System.out.println(each));
        System.out.println((Object) numbers() instanceof PrimitiveIterator.OfInt);

        Iterator<Integer> nulls = boxed(java.util.Collections.singletonList(null));
        System.out.println(nulls.next() + " " + nulls.next());
        nulls = boxed(java.util.Collections.singletonList(null));
        nulls.next();
        try {
            ((PrimitiveIterator.OfInt) nulls).nextInt();
        } catch (NullPointerException e) {
            System.out.println("null is no int");
        }

        Supplier<Iterator<Integer>> lambda = () -> {
            Generator.yield(5);
            return Generator.end();
        };
        System.out.println(lambda.get() instanceof PrimitiveIterator.OfInt);
    }
}
// expect: nothing has run
// expect: open
// expect: [6, 6]
// expect: close
// expect: once only
// expect: true false -1
// expect: 73 [0, 1, 2, 7]
// expect: [1099511627776, 1099511627776, 1099511627777]
// expect: [0.25, 1.5]
// expect: 20000
// expect: null is no int
// expect: 1 true -1 false
// expect: 1
// expect: 2
// expect: true
// expect: 1
// expect: 2
// expect: 3
// expect: 4
// expect: false
// expect: 1000 null
// expect: null is no int
// expect: true
