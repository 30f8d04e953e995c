package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

// plain: no, plain Java has no generators
/** Generators that delegate to others of their class, taken all at once: no object is made for the inner one. */
class TakenDirectly {
    private final String name;

    TakenDirectly(String name) {
        this.name = name;
    }

    @Coroutine
    static Generator<Integer, Void, String> count(int from, int to) {
        for (int i = from; i < to; i++) {
            Generator.yield(i);
        }
        return Generator.end("to " + to);
    }

    /** The outcome is in the middle of an expression, and decides where to go on. */
    @Coroutine
    static Generator<Object, Void, String> results(int n) {
        String all = "";
        for (int i = 0; i < n; i++) {
            String last = Generator.yieldFrom(named(i, i % 2 == 0 ? "even" : "odd")) + "/" + Generator.yieldFrom(count(0, i));
            all += last.length() > 8 ? last + ";" : "-";
            long wide = i;
            Generator.yield(all + wide);
        }
        return Generator.end(all);
    }

    @Coroutine
    static Generator<Object, Void, String> named(int n, String what) {
        Generator.yield(what + n);
        return Generator.end(what);
    }

    @Coroutine
    static PrimitiveIterator.OfInt down(int n) {
        if (n > 0) {
            Generator.yield(n);
            Generator.yieldFrom(down(n - 1));
            Generator.yield(-n);
        }
        return Generator.end();
    }

    @Coroutine
    static Iterable<String> even(int n) {
        Generator.yield("even " + n);
        if (n > 0) {
            Generator.yieldFrom(odd(n - 1));
        }
        return Generator.end();
    }

    @Coroutine
    static Iterator<String> odd(int n) {
        Generator.yield("odd " + n);
        Generator.yieldFrom(even(n - 1));
        return Generator.end();
    }

    @Coroutine
    private Stream<String> lines(int n) {
        for (int i = 0; i < n; i++) {
            Generator.yield(name + i);
        }
        return Generator.end();
    }

    @Coroutine
    private Generator<String, Void, Void> pages(TakenDirectly other) {
        Generator.yieldFrom(lines(2));
        Generator.yieldFrom(other.lines(1));
        return Generator.end();
    }

    @Coroutine
    static LongStream longs(int n) {
        Generator.yield((long) n);
        if (n > 0) {
            Generator.yieldFrom(longs(n - 1));
            Generator.yieldFrom(IntStream.of(1).asLongStream());
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Void, Void> fails(int depth) {
        if (depth == 0) {
            count(0, 0).next();
        }
        Generator.yield(depth);
        Generator.yieldFrom(fails(depth - 1));
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Void, Void> badSource() {
        Generator.yield("before");
        Generator.yieldFrom((Iterable<?>) () -> {
            count(0, 0).next();
            return null;
        });
        return Generator.end();
    }

    /** Declared as an iterator, so that its result is nobody's. */
    @Coroutine
    static Generator<Object, Void, Void> dropsResult() {
        Iterator<Integer> counting = count(7, 8);
        Object nothing = Generator.yieldFrom(counting);
        Generator.yield("nothing: " + nothing);
        return Generator.end();
    }

    public static void main(String[] args) {
        List<Object> seen = new ArrayList<>();
        Generator<Object, Void, String> results = results(4);
        results.forEachRemaining(seen::add);
        System.out.println(seen + " " + results.result());
        results = results(4);
        List<Object> pulled = new ArrayList<>();
        while (results.hasNext()) {
            pulled.add(results.next());
        }
        System.out.println(pulled.equals(seen) + " " + results.result());

        long[] sum = {0, 0};
        down(10_000).forEachRemaining((int each) -> {
            sum[0] += each;
            sum[1]++;
        });
        System.out.println(sum[0] + " of " + sum[1]);
        System.out.println(down(1000).next() + " " + longs(1000).sum() + " " + longs(3).boxed().toList());
        even(4).forEach(each -> System.out.print(each + ";"));
        System.out.println();
        System.out.println(new TakenDirectly("a").pages(new TakenDirectly("b")).stream().toList());
        try {
            new TakenDirectly("a").pages(null).forEachRemaining(each -> System.out.print(each + ";"));
        } catch (NullPointerException e) {
            System.out.println("no other");
        }

        for (int depth : new int[] {2, 300}) {
            int[] count = {0};
            try {
                fails(depth).forEachRemaining(each -> count[0]++);
            } catch (IllegalStateException e) {
                System.out.println(count[0] + " " + e.getMessage() + " " + (e.getCause() instanceof GeneratorEnd));
            }
            try {
                fails(depth).forEachRemaining(each -> {
                    if (each.equals(1)) {
                        count(0, 0).next();
                    }
                });
            } catch (GeneratorEnd e) {
                System.out.println("the consumer's");
            }
        }
        try {
            badSource().forEachRemaining(System.out::println);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        dropsResult().forEachRemaining(System.out::println);
        Iterator<Object> dropping = dropsResult();
        System.out.println(dropping.next() + " " + dropping.next());
        System.out.println(intsOf(5).limit(3).sum() + " " + intsOf(5).filter(i -> i > 2).findFirst().getAsInt());
        System.out.println(intsOf(3000).parallel().map(i -> i * 2).sum());
        PrimitiveIterator.OfInt begun = intsOf(4).iterator();
        System.out.println(begun.nextInt() + " " + begun.nextInt());
        begun.forEachRemaining((int each) -> System.out.println("left " + each));
        try {
            begun.nextInt();
        } catch (NoSuchElementException e) {
            System.out.println("end");
        }
    }

    @Coroutine
    static IntStream intsOf(int n) {
        for (int i = 0; i < n; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }
}
// expect: [even0, even/to 0;0, odd1, 0, even/to 0;-1, even2, 0, 1, even/to 0;-even/to 2;2, odd3, 0, 1, 2, even/to 0;-even/to 2;-3] even/to 0;-even/to 2;-
// expect: true even/to 0;-even/to 2;-
// expect: 0 of 20000
// expect: 1000 501500 [3, 2, 1, 0, 1, 1, 1]
// expect: even 4;odd 3;even 2;odd 1;even 0;
// expect: [a0, a1, b0]
// expect: a0;a1;no other
// expect: 2 generator generators.TakenDirectly.fails did not catch the end of another generator true
// expect: the consumer's
// expect: 300 generator generators.TakenDirectly.fails did not catch the end of another generator true
// expect: the consumer's
// expect: before
// expect: generator generators.TakenDirectly.badSource did not catch the end of another generator
// expect: 7
// expect: nothing: null
// expect: 7 nothing: null
// expect: 3 3
// expect: 8997000
// expect: 0 1
// expect: left 2
// expect: left 3
// expect: end
