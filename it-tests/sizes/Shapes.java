import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.it.program.Turns.later;

import dev.reprise.Async;
import dev.reprise.AsyncCloseable;
import dev.reprise.AsyncGenerator;
import dev.reprise.AsyncIterable;
import dev.reprise.Awaitable;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One coroutine for each kind of code that the compiler treats in a way of its own. */
class Shapes {

    interface Source {
        Async<Integer> next();
    }

    interface Connection extends AsyncCloseable {
        Awaitable<Integer> read();
    }

    record Node(int value, Node left, Node right) {}

    @Coroutine
    static Async<Integer> noAwait(int a, int b) {
        return of(a + b);
    }

    @Coroutine
    static Async<Integer> oneAwait(Awaitable<Integer> a) {
        return of(await(a));
    }

    @Coroutine
    static Async<Integer> threeAwaits(Awaitable<Integer> a, Awaitable<Integer> b, Awaitable<Integer> c) {
        int x = await(a);
        int y = await(b);
        int z = await(c);
        return of(x + y + z);
    }

    @Coroutine
    static Async<Void> resultsNotUsed(Awaitable<Integer> a, Awaitable<Void> b) {
        await(a);
        await(b);
        return Async.done();
    }

    @Coroutine
    static Async<Integer> fusedCall(int a) {
        return of(await(oneAwait(later(a))) + 1);
    }

    @Coroutine
    static Async<Integer> tailCall(int a) {
        return oneAwait(later(a));
    }

    @Coroutine
    static Async<Integer> virtualCall(Source source) {
        return of(await(source.next()) + 1);
    }

    @Coroutine
    static Async<Integer> recursiveCall(int n) {
        return n == 0 ? of(0) : of(n + await(recursiveCall(n - 1)));
    }

    @Coroutine
    static Async<Long> longResult(long a) {
        return of(a + await(later(a)));
    }

    @Coroutine
    static Async<Integer> loop(List<Awaitable<Integer>> all) {
        int sum = 0;
        for (Awaitable<Integer> one : all) {
            sum += await(one);
        }
        return of(sum);
    }

    @Coroutine
    static Async<Integer> nestedLoops(Awaitable<Integer> a, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += await(a);
            for (int j = 0; j < i; j++) {
                sum += await(a);
            }
        }
        return of(sum);
    }

    @Coroutine
    static Async<Integer> tryCatch(Awaitable<Integer> a, Awaitable<Integer> b) {
        try {
            return of(await(a));
        } catch (IllegalStateException e) {
            return of(await(b) + e.hashCode());
        }
    }

    @Coroutine
    static Async<Integer> tryFinally(Awaitable<Integer> a, Awaitable<Integer> b) {
        try {
            return of(await(a));
        } finally {
            await(b);
        }
    }

    @Coroutine
    static Async<String> operandStack(long a, String b, Awaitable<Integer> c) {
        return of(String.join(b, List.of("" + (a + 2 * await(c)), b.concat(new String(new char[await(c)])))));
    }

    @Coroutine
    static Async<String> manyLocals(int a, long b, String c, double d, Awaitable<String> e) {
        int f = a + 1;
        long g = b + 1;
        String h = c + 1;
        double i = d + 1;
        boolean j = a > 1;
        byte[] k = new byte[a];
        String l = await(e);
        String m = await(e);
        return of(a + b + c + d + f + g + h + i + j + k.length + l + m);
    }

    @Coroutine
    static Async<Integer> switchArms(String key, Awaitable<Integer> a, Awaitable<Integer> b) {
        return of(
                switch (key) {
                    case "a" -> await(a);
                    case "b" -> await(b);
                    default -> 0;
                });
    }

    @Coroutine
    static Async<Integer> asyncFor(AsyncIterable<Integer> all) {
        int sum = 0;
        for (int one : await(all)) {
            sum += one;
        }
        return of(sum);
    }

    @Coroutine
    static Async<Integer> asyncWith(Awaitable<Connection> opening) {
        try (Connection connection = await(opening)) {
            return of(await(connection.read()));
        }
    }

    @Coroutine
    static CompletableFuture<Integer> future(CompletableFuture<Integer> a) {
        return CompletableFuture.completedFuture(await(a) + 1);
    }

    @Coroutine
    static Iterator<Integer> ints(int from, int to) {
        for (int i = from; i < to; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    @Coroutine
    static Iterator<String> objects(Iterable<String> all) {
        for (String one : all) {
            Generator.yield(one.strip());
        }
        return Generator.end();
    }

    @Coroutine
    static Iterator<String> guardedObjects(Iterable<String> all, Runnable end) {
        try {
            for (String one : all) {
                Generator.yield(one.strip());
            }
        } finally {
            end.run();
        }
        return Generator.end();
    }

    @Coroutine
    static Iterator<Integer> walk(Node node) {
        if (node != null) {
            Generator.yieldFrom(walk(node.left()));
            Generator.yield(node.value());
            Generator.yieldFrom(walk(node.right()));
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, String, Void> sent(String first) {
        String given = first;
        while (given != null) {
            given = Generator.yield(given.length());
        }
        return Generator.end();
    }

    @Coroutine
    static AsyncGenerator<Integer> asyncGenerator(AsyncIterable<Awaitable<Integer>> all) {
        for (Awaitable<Integer> one : await(all)) {
            Generator.yield(await(one));
        }
        return Generator.end();
    }
}
