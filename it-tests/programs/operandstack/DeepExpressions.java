package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Expressions that nobody should write: awaits below, beside and inside each other on a deep operand stack. */
class DeepExpressions {
    static int count;
    long f = 3;
    Outer outer = new Outer("o");

    static class Point {
        final double x;
        final long y;

        Point(double x, long y) {
            this.x = x;
            this.y = y;
        }

        Point(Point p, Point... others) {
            this(p.x + others.length, others.length == 0 ? p.y : others[others.length - 1].y);
        }

        @Override
        public String toString() {
            return x + "," + y;
        }
    }

    static class Outer {
        final String name;

        Outer(String name) {
            this.name = name;
        }

        class Inner {
            final String made;

            Inner(String made, Object... more) {
                this.made = name + made + Arrays.deepToString(more);
            }
        }
    }

    static <T> T log(T value) {
        System.out.print(value + ";");
        return value;
    }

    static <A, B, R> R apply(A a, Function<? super A, ? extends B> f, BiFunction<A, B, R> g) {
        return g.apply(a, f.apply(a));
    }

    @Coroutine
    static Async<Point> point(boolean c) {
        return Async.of(new Point(c ? await(later(1.5)) : 0, c ? 0 : await(later(2L))));
    }

    @Coroutine
    Async<String> objects(boolean c) {
        Point p = new Point(new Point(await(point(c)), new Point(await(later(0.25)), log(9L)), await(point(!c))), await(point(c)));
        Outer.Inner inner = await(later(outer)).new Inner(await(later("i")), new int[] {1, await(later(2))}, await(later('c')));
        Outer.Inner anonymous = outer.new Inner(await(later("a")) + c, inner.made.length()) {
            final String kept = made + p;

            @Override
            public String toString() {
                return kept + outer.name + c;
            }
        };
        return Async.of(p + " " + inner.made + " " + anonymous + new Object[] {await(later("x")), new long[][] {{1, await(later(2L))}, {}}}.length);
    }

    @Coroutine
    Async<String> arrays() {
        int[][][] cube = new int[await(later(2))][await(later(3))][];
        cube[await(later(1))][log(0)] = new int[] {7, await(later(8)), 9};
        cube[1][0][await(later(2))] += cube[1][log(0)][await(later(1))]++ * await(later(10));
        byte[] bytes = {1, (byte) (int) await(later(200)), 3};
        bytes[1] += await(later(100));
        bytes[bytes[0]] >>>= await(later(1));
        char[] chars = "abc".toCharArray();
        chars[await(later(1))]++;
        chars[0] += await(later(2));
        short[] shorts = {Short.MAX_VALUE};
        shorts[0] += (short) (1 + await(later(0)));
        boolean[] booleans = {true, await(later(false))};
        booleans[1] |= booleans[0] & await(later(true)) ^ booleans[1];
        long[] longs = {1};
        longs[0] = longs[0]-- + await(later(5L)) - --longs[0];
        int i = 0;
        int[] order = new int[3];
        order[i] = i = await(later(2));
        order[i] = i++ + i + await(later(i));
        float ff = 1;
        ff /= await(later(3));
        double d = ff;
        d %= await(later(0.2f));
        String text = null;
        text += await(later("s")) + 1 + 'c' + (char) (await(later('a')) + 1) + 2L;
        return Async.of(Arrays.deepToString(cube) + Arrays.toString(bytes) + new String(chars) + shorts[0] + Arrays.toString(booleans)
                + longs[0] + Arrays.toString(order) + i + text + (d < 0.14));
    }

    @Coroutine
    Async<String> fields(DeepExpressions other) {
        (await(later(true)) ? this : other).f += await(later(4L)) * (other.f = 10);
        other.f <<= await(later(2));
        f = other.f++ + (this.f -= await(later(1)));
        count += count++ + await(later(count)) + ++count;
        outer = new Outer(outer.name + (outer = new Outer(await(later("z")))).name);
        Integer boxed = 127;
        boxed++;
        boxed += await(later(1));
        Integer same = 127;
        Long wide = (long) await(later(boxed));
        return Async.of(f + " " + other.f + " " + count + " " + outer.name + boxed + (await(later(same)) == same) + (wide > await(later(128))));
    }

    @Coroutine
    Async<String> logic(Boolean n) {
        boolean a = await(later(true)) && !await(later(false)) || log(await(later(true)));
        boolean b = !(a ? await(later(false)) : n) & (await(later(a)) | log(false)) ^ await(later(1)) < 2;
        int x = a && await(later(b)) ? await(later(1)) : b ? 2 : await(later(3));
        Object o = await(later(a)) ? (Object) 1 : "s";
        Number number = await(later(true)) ? 1 : 2.0;
        String cmp = (await(later(1.0)) > await(later(Double.NaN))) + "" + (await(later(2L)) >= await(later(2L))) + (0.0f == -await(later(0.0f)));
        return Async.of("" + a + b + x + o + number + cmp + (o instanceof Integer i && await(later(i)) == 1 ? i + await(later(i)) : 'n'));
    }

    @Coroutine
    Async<String> inference() {
        List<? super Integer> list = new ArrayList<Number>(Arrays.asList(await(later(1)), await(later(2.5))));
        list.add(await(later(await(later(3)))));
        Supplier<String> bound = await(later("bound"))::trim;
        Map<String, List<Integer>> map = Map.of(await(later("k")), List.of(await(later(1)), await(later(2))), "l", List.of());
        String applied = apply(await(later("a")), s -> s.length() + map.size(), (s, n) -> s + n);
        var stream = list.stream().map(Object::toString).map(await(later((Function<String, String>) (s -> "<" + s + ">")))).toList();
        return Async.of(applied + bound.get() + map.get(await(later("k"))) + stream + await(chain(await(chain(await(later(1)))))).intValue());
    }

    @Coroutine
    static <N extends Number & Comparable<N>> Async<N> chain(N n) {
        return Async.of(n.compareTo(await(later(n))) == 0 ? n : null);
    }

    @Coroutine
    Async<String> switches(int k, String s) {
        return Async.of(k + s + String.join(await(later("-")), "a" + k, switch (s) {
            case "Aa", "BB" -> {
                try {
                    if (k == 3) {
                        throw new IllegalStateException(await(later("three")));
                    }
                    yield await(later(s)) + switch (k) {
                        case 1 -> {
                            String t = "";
                            for (int j = 0; j < 3; j++) {
                                t += await(later(j));
                                if (j == 1) {
                                    continue;
                                }
                                t += "|";
                            }
                            yield t;
                        }
                        default -> throw new IllegalStateException("default" + await(later(k)));
                    };
                } catch (IllegalStateException e) {
                    yield e.getMessage() + await(later("!"));
                } finally {
                    count = await(later(count)) + 1000;
                }
            }
            default -> new StringBuilder(await(later(s))).reverse().toString();
        }, count > 0 ? await(later("z")) : "y"));
    }

    @Coroutine
    static Async<Void> program() {
        DeepExpressions e = new DeepExpressions();
        System.out.println(await(e.objects(true)));
        System.out.println(await(e.objects(false)));
        System.out.println(await(e.arrays()));
        System.out.println(await(e.fields(new DeepExpressions())));
        System.out.println(await(e.logic(null)));
        System.out.println(await(e.inference()));
        for (int k = 1; k <= 3; k++) {
            System.out.println(await(e.switches(k, "BB")) + await(e.switches(k, "xy")));
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 9;4.5,0 oi[[1, 2], c] oatrue[13]4.5,0otrue2
// expect: 9;3.0,2 oi[[1, 2], c] oafalse[13]3.0,2ofalse2
// expect: 0;0;[[null, null, null], [[7, 9, 89], null, null]][1, 22, 3]ccc-32768[true, true]7[2, 0, 8]3nulls1cb2true
// expect: 82 41 3 oz129truetrue
// expect: false;truefalse311.0falsetruetrue2
// expect: a3bound[1, 2][<1>, <2.5>, <3>]1
// expect: 1BBa1-BB0|12|-z1xya1-yx-z
// expect: 2BBa2-default2!-z2xya2-yx-z
// expect: 3BBa3-three!-z3xya3-yx-z
