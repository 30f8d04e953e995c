package kinds;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.*;
import java.io.*;
import java.util.*;
import java.util.function.*;
import java.lang.annotation.*;

/** Constructs that are each fine alone, in each other's way. */
class ManyAtOnce {
    @Target({ElementType.TYPE_USE, ElementType.PARAMETER}) @Retention(RetentionPolicy.RUNTIME) @interface T {}

    interface Named { default String nm() { return "named"; } }

    static class Both implements Named, Comparable<Both>, Serializable {
        public int compareTo(Both o) { return 7; }
    }

    enum Op {
        PLUS("+") { @Override @Coroutine Async<Long> apply(long a, long b) { return of(await(later(a)) + await(later(b))); } },
        TIMES("*") {
            private long seen;
            { seen = 100; }
            @Override @Coroutine Async<Long> apply(long a, long b) {
                seen += await(later(1L));
                return of(a * b + await(later(seen)) * (await(later(false)) ? 1 : 0));
            }
        };
        final String s;
        Op(String s) { this.s = s; }
        abstract Async<Long> apply(long a, long b);
    }

    final Supplier<Async<String>> made;
    int[] counts = {1, 2, 3};
    static int next;

    ManyAtOnce(String seed) {
        int[] box = {0};
        made = new Supplier<>() {
            int calls;
            { calls = seed.length(); box[0] = 5; }
            @Override @Coroutine public Async<String> get() {
                calls += await(later(1)) + box[0]++;
                return of(seed + calls + await(later(ManyAtOnce.this.counts.length)));
            }
        };
    }

    @Coroutine <X extends Named & Comparable<X>> Async<String> inter(X x) {
        var y = await(later(x));
        Object z = await(later((Object) y));
        return of(y.nm() + y.compareTo(await(later(x))) + ((Named & Serializable) await(later(z))).nm());
    }

    static int n() { return next++; }

    @Coroutine Async<String> arrays() {
        int[][] m = {{await(later(1))}, {await(later(2)), await(later(3))}, null};
        m[await(later(0))][await(later(0))] += await(later(10)) + m[1][await(later(1))]++;
        m[n()][n() - 1] <<= await(later(3));
        byte b = 120; b += await(later(10)); b >>>= await(later(1));
        char c = 'a'; c++; c += await(later(1)); c *= await(later(1.0));
        short s = (short) (await(later(40000)) | 1);
        long l = 1L; l <<= await(later(40)); l ^= await(later((byte) -1));
        float f = await(later(1.5f)); f %= await(later(1));
        double d = f; d -= d++ + await(later(2L)) - --d;
        String str = null; str += await(later('x')); str += await(later((Object) null)); str += b;
        Integer boxed = 127; boxed++; boxed += await(later(1));
        boolean t = await(later(true)) ^ await(later(false)) | await(later(false)) & n() > 0;
        t &= await(later(true)); t |= n() < 0 && await(later(true));
        Object o = await(later(true)) ? await(later(1)) : await(later(2.5));
        return of(Arrays.deepToString(m) + b + c + s + l + f + d + str + boxed + t + o + next);
    }

    @Coroutine Async<String> flow(int k) throws Exception {
        StringBuilder out = new StringBuilder();
        outer:
        for (int i = await(later(0)), j = await(later(5)); i < await(later(4)); i += await(later(1)), j--) {
            inner:
            do {
                try {
                    try {
                        switch (i) {
                            case 0 -> { out.append(await(later("z"))); continue outer; }
                            case 1 -> { out.append("o"); break inner; }
                            case 2 -> throw new IOException(await(later("two")));
                            default -> { if (await(later(k)) > 0) return of(out.append("ret").toString()); break outer; }
                        }
                    } finally {
                        out.append('f').append(await(later(i)));
                        if (i == 2 && await(later(k)) == 2) continue outer;
                    }
                } catch (IOException | IllegalStateException e) {
                    out.append(e.getMessage());
                    if (k == 1) throw e;
                } finally {
                    out.append('F').append(await(later(j)));
                    for (;;) { if (await(later(true))) break; }
                }
            } while (await(later(false)));
            out.append(';');
        }
        block: { if (await(later(true))) break block; out.append("never"); }
        return of(out.toString());
    }

    @Coroutine Async<String> locals() {
        int base = await(later(3));
        record Pair<P>(P a, P b) {
            Pair { Objects.requireNonNull(a); }
            static int made = 0;
            @Coroutine Async<String> join() { return of(a + "-" + await(later(b))); }
        }
        enum E { ONE, TWO; @Coroutine Async<Integer> o() { return of(await(later(ordinal()))); } }
        interface I { @Coroutine private Async<Integer> p() { return of(await(later(9))); } default Async<Integer> q() { return p(); } static Async<Integer> st() { return new I() {}.q(); } }
        class Cap {
            int x = base * 2;
            @Coroutine Async<Integer> g(int... more) { int s = x + base; for (int q : more) s += await(later(q)); return of(s); }
        }
        Cap cap = new Cap();
        int later = await(later(1));
        Function<Integer, Async<Integer>> rec = new Function<>() {
            @Override @Coroutine public Async<Integer> apply(Integer i) { return of(i <= 0 ? base + later : i + await(this.apply(i - await(later(1))))); }
        };
        Supplier<Async<String>> sup = () -> { int z = base; return of(z + await(later("L")) + await(cap.g(1, 2, later))); };
        return of(await(new Pair<>(await(later(1)), 2).join()) + await(E.TWO.o()) + await(I.st()) + await(cap.g()) + await(rec.apply(4)) + await(sup.get()));
    }

    @Coroutine Async<Object> patterns(Object o) {
        if (!(await(later(o)) instanceof String s && s.length() > await(later(2)))) {
            return of(o instanceof Integer i && i > await(later(3)) ? "int" + i : "other");
        }
        while (!(await(later(o)) instanceof CharSequence q && !q.isEmpty())) { return of("no"); }
        return of(s + q + switch (s) { case "abc", "abd" -> { try { yield await(later("yes")); } finally { s += await(later("!")); } } default -> await(later(s.length())); } + s);
    }

    static class Res implements AutoCloseable {
        final String n; final List<String> log;
        Res(String n, List<String> log) { this.n = n; this.log = log; log.add("open" + n); }
        @Override public void close() throws IOException { log.add("close" + n); throw new IOException("c" + n); }
    }

    @Coroutine Async<List<String>> res() {
        List<String> log = new ArrayList<>();
        Res shared = new Res("s", log);
        try (shared; Res a = new Res(await(later("a")), log); Res none = await(later((Res) null)); var b = new Res("b" + await(later(1)), log)) {
            log.add("body" + await(later(a.n + b.n)));
            throw new IllegalStateException(await(later("body")));
        } catch (RuntimeException e) {
            for (Throwable t : e.getSuppressed()) log.add(t.getMessage() + await(later("?")));
        } catch (Exception e) { log.add("wrong"); }
        finally { log.add(await(later("fin"))); }
        return of(log);
    }

    @SuppressWarnings("finally")
    @Coroutine static Async<Integer> swallow(boolean x) {
        for (int i = 0; ; i++) {
            try { if (x) throw new Error("lost" + await(later(1))); return of(i); }
            finally { if (i < await(later(3))) continue; else break; }
        }
        return of(await(later(-1)));
    }

    @Coroutine static Async<Integer> definite(int k) {
        final int x;
        if (k > 0) x = await(later(1)); else if (k == 0) { x = 2; } else { for (;;) { if (await(later(true))) { x = 3; break; } } }
        int y;
        if (await(later(k)) > 0 && (y = await(later(5))) > 3) return of(x + y);
        return of(x);
    }

    public static void main(String[] args) {
        ManyAtOnce a = new ManyAtOnce("seed");
        System.out.println(run(a.made.get()) + run(a.made.get()));
        System.out.println(run(a.inter(new Both())));
        for (Op op : Op.values()) System.out.println(op.s + run(op.apply(6, 7)));
        System.out.println(run(a.arrays()));
        for (int k = -1; k < 4; k++) {
            int kk = k;
            try { System.out.println(run(a.flow(k))); } catch (Exception e) { System.out.println("thrown " + e); }
            System.out.println(run(definite(k)));
        }
        System.out.println(run(a.locals()));
        for (Object o : new Object[] {"abc", "abcd", "ab", 3, 4, 'c'}) System.out.println(run(a.patterns(o)));
        System.out.println(run(a.res()));
        System.out.println(run(swallow(true)) + " " + run(swallow(false)));
    }
}
// expect: seed103seed173
// expect: named7named
// expect: +13
// expect: *42
// expect: [[112], [2, 4], null]-63c-25535-10995116277770.5-1.5nullxnull-63129true14
// expect: zf0F5of1F4;f2twoF3;f3F2
// expect: 3
// expect: zf0F5of1F4;f2twoF3;f3F2
// expect: 2
// expect: thrown java.io.IOException: two
// expect: 6
// expect: zf0F5of1F4;f2F3ret
// expect: 6
// expect: zf0F5of1F4;f2twoF3;ret
// expect: 6
// expect: 1-2199143L13
// expect: abcabcyesabc!
// expect: abcdabcd4abcd
// expect: other
// expect: other
// expect: int4
// expect: other
// expect: [opens, opena, openb1, bodyab1, closeb1, closea, closes, cb1?, ca?, cs?, fin]
// expect: -1 -1
