package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

// plain: no, plain Java has no generators
/** Nothing follows a yieldFrom: the frame may be left, unless somebody holds it. */
class LastDelegation {
    record Tree(Tree left, int value, Tree right) {
        static Tree of(int from, int to) {
            int middle = (from + to) >>> 1;
            return from == to ? null : new Tree(of(from, middle), middle, of(middle + 1, to));
        }
    }

    @Coroutine
    static PrimitiveIterator.OfInt inOrder(Tree tree) {
        if (tree != null) {
            if (tree.left() != null) {
                Generator.yieldFrom(inOrder(tree.left()));
            }
            Generator.yield(tree.value());
            Generator.yieldFrom(inOrder(tree.right()));
        }
        return Generator.end();
    }

    @Coroutine
    static Iterable<Long> up(long n, double half, long end) {
        String text = "n" + n;
        Generator.yield(n);
        if (text.length() > 1 && n < end) {
            Generator.yieldFrom(up(n + 1, half / 2, end));
        }
        return Generator.end();
    }

    @Coroutine
    static LongStream longs(int n) {
        Generator.yield((long) n);
        if (n > 0) {
            Generator.yieldFrom(longs(n - 1));
        }
        return Generator.end();
    }

    /** Each value comes through a generator of the other method. */
    @Coroutine
    static Generator<Object, Object, String> ping(int n, Object payload) {
        Object sent = Generator.yield("ping " + n);
        if (sent != null) {
            System.out.println("ping got " + sent);
        }
        if (n > 0) {
            Generator.yieldFrom(pong(n - 1, new byte[1000]));
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Object, String> pong(int n, Object payload) {
        Object sent = Generator.yield("pong " + n);
        if (sent != null) {
            System.out.println("pong got " + sent);
        }
        if (n > 0) {
            Generator.yieldFrom(ping(n - 1, new byte[1000]));
            return Generator.end();
        } else {
            return Generator.end("nobody's");
        }
    }

    @Coroutine
    static Generator<Object, Object, String> result(int n) {
        Generator.yield("result " + n);
        return Generator.end("of " + n);
    }

    /** Has no point at which it could stop. */
    @Coroutine
    static Generator<Object, Object, String> nothing(String result) {
        return Generator.end(result);
    }

    @Coroutine
    static Generator<Object, Object, String> dropsIt(Generator<Object, Object, String> inner) {
        Generator.yieldFrom(inner);
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Object, Void> asks(Generator<Object, Object, String> inner) {
        String first = Generator.yieldFrom(dropsIt(inner));
        String second = Generator.yieldFrom(result(2));
        String third = Generator.yieldFrom(pong(0, null));
        String fourth = Generator.yieldFrom(nothing("at once"));
        Generator.yield(first + ", " + second + ", " + third + ", " + fourth);
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Object, Void> catches(int n) {
        while (true) {
            try {
                Generator.yieldFrom(layers(n));
                return Generator.end();
            } catch (IllegalArgumentException e) {
                Generator.yield("caught " + e.getMessage());
            }
        }
    }

    @Coroutine
    static Generator<Object, Object, Void> layers(int n) {
        try {
            Generator.yield("layer " + n);
        } finally {
            System.out.println("left layer " + n);
        }
        if (n == 0) {
            throw new IllegalArgumentException("bottom");
        }
        Generator.yieldFrom(layers(n - 1));
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Object, Void> stubborn(int n) {
        try {
            Generator.yield("stubborn " + n);
        } catch (Throwable e) {
            System.out.println("ignored " + n);
        }
        Generator.yieldFrom(stubborn(n + 1));
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Object, Void> aroundStubborn() {
        try {
            Generator.yieldFrom(stubborn(0));
        } catch (IllegalStateException e) {
            System.out.println("around: " + e.getMessage());
        }
        Generator.yieldFrom(stubborn(7));
        return Generator.end();
    }

    private final String name;

    LastDelegation(String name) {
        this.name = name;
    }

    @Coroutine
    final Iterator<String> relay(LastDelegation next, int n) {
        Generator.yield(name + n);
        Iterator<String> values = n == 0 ? List.<String>of().iterator() : next.twice(this, n);
        Generator.yieldFrom(values);
        return Generator.end();
    }

    @Coroutine
    private Iterator<String> twice(LastDelegation other, int n) {
        String before = name;
        Generator.yield(before + "!");
        Generator.yieldFrom(other.relay(this, n - 1));
        return Generator.end();
    }

    @Coroutine
    private Iterator<String> toNobody(LastDelegation other) {
        Generator.yield(name);
        Generator.yieldFrom(other.toNobody(null));
        return Generator.end();
    }

    public static void main(String[] args) {
        Tree tree = Tree.of(0, 1000);
        for (int round = 0; round < 2; round++) {
            int expected = 0;
            PrimitiveIterator.OfInt values = inOrder(tree);
            while (values.hasNext()) {
                if (values.nextInt() != expected++) {
                    throw new AssertionError(expected);
                }
            }
            System.out.println(expected);
        }
        long sum = 0;
        for (long each : up(0, 1, 100_000)) {
            sum += each;
        }
        System.out.println(sum + " " + longs(5000).sum());
        Iterator<Long> chain = longs(5000).iterator();
        long last = 0;
        while (chain.hasNext()) {
            last += chain.next();
        }
        System.out.println(last);

        Generator<Object, Object, String> ping = ping(3, null);
        System.out.println(ping.next() + " " + ping.send("a") + " " + ping.send("b"));
        System.out.println(ping.state() + " " + ping.locals() + " " + ping.send("c"));
        System.out.println(ping.hasNext() + " " + ping.state() + " " + ping.result());

        Generator<Object, Object, String> held = result(1);
        Generator<Object, Object, Void> asks = asks(held);
        System.out.println(asks.next() + " " + held.state());
        System.out.println(asks.next() + " " + held.state() + " " + held.result());
        System.out.println(asks.next() + " " + asks.next());

        Generator<Object, Object, String> middle = dropsIt(result(3));
        Generator<Object, Object, String> outer = dropsIt(middle);
        System.out.println(outer.next() + " " + middle.state() + " " + middle.hasNext() + " " + middle.state());
        System.out.println(outer.hasNext() + " " + outer.result() + " " + middle.result());

        Generator<Object, Object, Void> catches = catches(2);
        for (int i = 0; i < 5; i++) {
            System.out.println(catches.next());
        }
        System.out.println(catches.throwInto(new IllegalArgumentException("thrown in")));
        catches.close();

        Generator<Object, Object, Void> stubborn = aroundStubborn();
        System.out.println(stubborn.next() + " " + stubborn.next() + " " + stubborn.throwInto(new Exception()));
        try {
            stubborn.close();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }

        List<String> names = new ArrayList<>();
        new LastDelegation("a").relay(new LastDelegation("b"), 2).forEachRemaining(names::add);
        Iterator<String> relay = new LastDelegation("a").relay(new LastDelegation("b"), 2);
        List<String> pulled = new ArrayList<>();
        while (relay.hasNext()) {
            pulled.add(relay.next());
        }
        System.out.println(names + " " + pulled.equals(names));
        Iterator<String> toNobody = new LastDelegation("x").toNobody(new LastDelegation("y"));
        System.out.println(toNobody.next() + toNobody.next());
        try {
            toNobody.next();
        } catch (NullPointerException e) {
            System.out.println("nobody");
        }

        Object payload = new Object();
        WeakReference<Object> dropped = new WeakReference<>(payload);
        Generator<Object, Object, Void> holder = holds(payload);
        payload = null;
        System.out.println(holder.next() + " " + holder.next());
        System.gc();
        System.out.println(dropped.get() == null ? "gone" : "kept");
    }

    @Coroutine
    static Generator<Object, Object, Void> holds(Object payload) {
        Generator.yield("holds");
        Generator.yieldFrom(first(payload));
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Object, Void> first(Object payload) {
        Generator.yieldFrom(second(payload.hashCode() * 0));
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Object, Void> second(int n) {
        Generator.yield(n);
        Generator.yield(n + 1);
        return Generator.end();
    }
}
// expect: 1000
// expect: 1000
// expect: 5000050000 12502500
// expect: 12502500
// expect: ping got a
// expect: pong got b
// expect: ping 3 pong 2 ping 1
// expect: ping got c
// expect: SUSPENDED {} pong 0
// expect: false CLOSED null
// expect: result 1 SUSPENDED
// expect: result 2 CLOSED of 1
// expect: pong 0 null, of 2, nobody's, at once
// expect: result 3 SUSPENDED false CLOSED
// expect: false null null
// expect: layer 2
// expect: left layer 2
// expect: layer 1
// expect: left layer 1
// expect: layer 0
// expect: left layer 0
// expect: caught bottom
// expect: layer 2
// expect: left layer 2
// expect: caught thrown in
// expect: ignored 1
// expect: stubborn 0 stubborn 1 stubborn 2
// expect: ignored 2
// expect: around: generator generators.LastDelegation.stubborn yielded while it was being closed: a finally block must not yield
// expect: generator generators.LastDelegation.aroundStubborn yielded while it was being closed: a finally block must not yield
// expect: [a2, b!, a1, b!, a0] true
// expect: xy
// expect: nobody
// expect: holds 0
// expect: gone
