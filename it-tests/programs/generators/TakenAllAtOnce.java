package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

// plain: no, plain Java has no generators
/** forEachRemaining, forEach and streams: a failure of the consumer closes the generator, which does not see it. */
class TakenAllAtOnce {
    record Tree(Tree left, int value, Tree right) {}

    @Coroutine
    static Generator<Object, Object, String> open(String name, int to) {
        System.out.println("start " + name);
        for (int i = 0; i < to; i++) {
            long big = i * 2L;
            Object sent = Generator.yield(name + big);
            if (sent != null) {
                System.out.println("sent " + sent);
            }
        }
        return Generator.end(name + " done");
    }

    @Coroutine
    static Generator<Object, Object, String> guarded(String name) {
        try {
            for (int i = 0; i < 3; i++) {
                Generator.yield(name + i);
            }
        } catch (RuntimeException e) {
            System.out.println("never: " + e);
        } finally {
            System.out.println("finally " + name);
        }
        return Generator.end(name + " done");
    }

    @Coroutine
    static Generator<Object, Object, String> outer(Generator<Object, Object, String> inner) {
        Generator.yield("first");
        String result = Generator.yieldFrom(inner);
        Generator.yield("result " + result);
        Generator.yieldFrom(List.of(1, 2));
        Generator.yieldFrom(Stream.of(3).onClose(() -> System.out.println("stream closed")));
        return Generator.end("outer done");
    }

    @Coroutine
    static Generator<Object, Object, String> fails(boolean ends) {
        Generator.yield("once");
        if (ends) {
            open("inner", 0).next();
        }
        throw new IllegalArgumentException("mine");
    }

    @Coroutine
    static PrimitiveIterator.OfInt inOrder(Tree tree) {
        if (tree != null) {
            Generator.yieldFrom(inOrder(tree.left()));
            Generator.yield(tree.value());
            Generator.yieldFrom(inOrder(tree.right()));
        }
        return Generator.end();
    }

    @Coroutine
    LongStream longs(int n, long step) {
        for (int i = 0; i < n; i++) {
            Generator.yield(i * step);
        }
        return Generator.end();
    }

    @Coroutine
    static Iterator<Integer> mixed() {
        Generator.yield(1000);
        Generator.yieldFrom(java.util.Arrays.asList(2, null));
        return Generator.end();
    }

    @Coroutine
    static Iterable<String> again(List<String> names) {
        for (String each : names) {
            Generator.yield(each + (each.isEmpty() ? "" : twice(each)) + Generator.yield(each));
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Object, String> self(Generator<?, ?, ?>[] me) {
        Generator.yield("before");
        Generator.yieldFrom(me[0]);
        return Generator.end("");
    }

    static String twice(String text) {
        return text + text;
    }

    static void failAt(Generator<Object, Object, String> generator, Object last, RuntimeException failure) {
        List<Object> seen = new ArrayList<>();
        try {
            generator.forEachRemaining(each -> {
                seen.add(each);
                if (each.equals(last)) {
                    throw failure;
                }
            });
            System.out.println(seen + " " + generator.result());
        } catch (RuntimeException e) {
            System.out.println(seen + " " + (e == failure) + " " + e + " " + generator.state() + " " + generator.result());
        }
    }

    public static void main(String[] args) {
        IllegalStateException no = new IllegalStateException("no");
        failAt(open("a", 2), "-", no);
        failAt(open("b", 9), "b4", no);
        failAt(guarded("c"), "c1", no);
        failAt(outer(open("d", 1)), "-", no);
        failAt(outer(open("e", 5)), "e2", no);
        failAt(outer(guarded("f")), "f1", no);
        failAt(outer(guarded("g")), 3, no);
        failAt(fails(false), "-", no);
        failAt(fails(true), "-", no);
        RuntimeException end = null;
        try {
            open("x", 0).next();
        } catch (GeneratorEnd e) {
            end = e;
        }
        failAt(open("h", 3), "h2", end);

        Generator<Object, Object, String> begun = open("i", 4);
        System.out.println(begun.next() + " " + begun.hasNext());
        begun.forEachRemaining(System.out::println);
        System.out.println(begun.state() + " " + begun.result());
        begun.forEachRemaining(each -> System.out.println("never"));

        for (boolean guarded : new boolean[] {false, true}) {
            Generator<Object, Object, String> touched = guarded ? guarded("j") : open("j", 3);
            touched.forEachRemaining(each -> {
                try {
                    touched.next();
                } catch (IllegalStateException e) {
                    System.out.println(each + " " + touched.state() + " " + touched.line() + " " + touched.locals());
                }
            });
        }
        Generator<?, ?, ?>[] me = new Generator<?, ?, ?>[1];
        Generator<Object, Object, String> self = self(me);
        me[0] = self;
        failAt(self, "-", no);

        Tree tree = null;
        for (int i = 0; i < 20_000; i++) {
            tree = new Tree(tree, i, null);
        }
        int[] sum = {0};
        inOrder(tree).forEachRemaining((int value) -> sum[0] += value);
        System.out.println(sum[0]);
        System.out.println(new TakenAllAtOnce().longs(4, 1L << 40).sum());
        mixed().forEachRemaining(value -> System.out.print(value + " "));
        System.out.println();
        try {
            ((PrimitiveIterator.OfInt) mixed()).forEachRemaining((int value) -> System.out.print(value + " "));
        } catch (NullPointerException e) {
            System.out.println("null is no int");
        }
        again(List.of("", "y")).forEach(each -> System.out.print(each + ";"));
        System.out.println();
        System.out.println(outer(open("k", 1)).map(String::valueOf).stream().skip(1).toList());
        try {
            guarded("l").map(each -> each + "!").forEachRemaining(each -> {
                throw no;
            });
        } catch (IllegalStateException e) {
            System.out.println(e == no);
        }
    }
}
// expect: start a
// expect: [a0, a2] a done
// expect: start b
// expect: [b0, b2, b4] true java.lang.IllegalStateException: no CLOSED null
// expect: finally c
// expect: [c0, c1] true java.lang.IllegalStateException: no CLOSED null
// expect: start d
// expect: stream closed
// expect: [first, d0, result d done, 1, 2, 3] outer done
// expect: start e
// expect: [first, e0, e2] true java.lang.IllegalStateException: no CLOSED null
// expect: finally f
// expect: [first, f0, f1] true java.lang.IllegalStateException: no CLOSED null
// expect: finally g
// expect: stream closed
// expect: [first, g0, g1, g2, result g done, 1, 2, 3] true java.lang.IllegalStateException: no CLOSED null
// expect: [once] false java.lang.IllegalArgumentException: mine CLOSED null
// expect: start inner
// expect: [once] false java.lang.IllegalStateException: generator generators.TakenAllAtOnce.fails did not catch the end of another generator CLOSED null
// expect: start x
// expect: start h
// expect: [h0, h2] true dev.reprise.GeneratorEnd: the generator has ended CLOSED null
// expect: start i
// expect: i0 true
// expect: i2
// expect: i4
// expect: i6
// expect: CLOSED i done
// expect: start j
// expect: j0 RUNNING -1 {}
// expect: j2 RUNNING -1 {}
// expect: j4 RUNNING -1 {}
// expect: j0 RUNNING -1 {}
// expect: j1 RUNNING -1 {}
// expect: j2 RUNNING -1 {}
// expect: finally j
// expect: [before] false java.lang.IllegalStateException: generator generators.TakenAllAtOnce.self is already executing: its body must not pull, send to or close the generator itself CLOSED null
// expect: 199990000
// expect: 6597069766656
// expect: 1000 2 null
// expect: 1000 2 null is no int
// expect: ;null;y;yyynull;
// expect: start k
// expect: stream closed
// expect: [k0, result k done, 1, 2, 3]
// expect: finally l
// expect: true
