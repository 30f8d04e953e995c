package asyncfor;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncIterable;
import dev.reprise.AsyncIterator;
import dev.reprise.AwaitIterable;
import dev.reprise.AwaitIterator;
import dev.reprise.Awaitable;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The loop over awaited elements waits at its head, wherever the loop stands and however it is left. */
class EveryConstruct {
    /** Counts up to a limit; fails after it if told so. */
    static final class Count implements AsyncIterable<Integer> {
        final int last;
        final RuntimeException failure;

        Count(int last, RuntimeException failure) {
            this.last = last;
            this.failure = failure;
        }

        @Override
        public AsyncIterator<Integer> asyncIterator() {
            return new AsyncIterator<>() {
                int at;

                @Override
                public Awaitable<Boolean> advance() {
                    at++;
                    if (at > last && failure != null) {
                        return failing(failure);
                    }
                    return later(at <= last);
                }

                @Override
                public Integer current() {
                    return at;
                }
            };
        }
    }

    static AsyncIterable<Integer> upTo(int last) {
        return new Count(last, null);
    }

    @Coroutine
    static Async<Integer> sum(int last) {
        int sum = 0;
        for (int i : await(upTo(last))) {
            sum += i;
        }
        return Async.of(sum);
    }

    @Coroutine
    static Async<String> nested(int rows) {
        StringBuilder text = new StringBuilder();
        outer:
        for (var row : await(upTo(rows))) {
            long wide = 10L * row;
            for (var column : await(upTo(await(later(row))))) {
                if (column == 3) {
                    continue outer;
                }
                if (row == 5) {
                    break outer;
                }
                text.append(wide + column).append(await(later(",")));
            }
            text.append(";");
        }
        return Async.of(text.toString());
    }

    @Coroutine
    static Async<Integer> returnsFromInside(int wanted) {
        for (int i : await(upTo(10))) {
            try {
                if (i == wanted) {
                    return Async.of(await(later(i * 100)));
                }
            } finally {
                System.out.println("finally " + i + await(later("")));
            }
        }
        return Async.of(-1);
    }

    @Coroutine
    static Async<Void> failures() {
        RuntimeException failure = new IllegalStateException("no more");
        int seen = 0;
        try {
            for (int i : await(new Count(2, failure))) {
                seen = i;
            }
        } catch (IllegalStateException e) {
            System.out.println("caught after " + seen + ": " + (e == failure));
        }
        try {
            for (int i : await(upTo(3))) {
                await(failing(new IllegalArgumentException("body " + i)));
            }
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    @Coroutine
    static Async<List<Integer>> byHand(boolean plainVariable) {
        List<Integer> found = new ArrayList<>();
        if (plainVariable) {
            Iterator<Integer> it = await(upTo(3)).iterator();
            while (it.hasNext()) {
                found.add(it.next());
            }
        } else {
            AwaitIterator<Integer> it = await(upTo(4)).iterator();
            while (it.hasNext() && found.size() < 3) {
                found.add(it.next() * 10);
            }
        }
        return Async.of(found);
    }

    @Coroutine
    static Async<Integer> mixed(List<Integer> plain) {
        int sum = 0;
        AwaitIterable<Integer> awaited = await(upTo(3));
        for (int i : plain) {
            for (int j : awaited) {
                for (Iterator<Integer> it = plain.iterator(); it.hasNext(); ) {
                    sum += i * j * it.next();
                }
            }
        }
        return Async.of(sum);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(sum(4)) + " " + await(sum(0)));
        System.out.println(await(nested(6)));
        System.out.println(await(returnsFromInside(3)) + " " + await(returnsFromInside(11)));
        await(failures());
        System.out.println(await(byHand(true)) + " " + await(byHand(false)));
        System.out.println(await(mixed(List.of(1, 2))));
        int total = 0;
        for (var x : await(total == 0 ? upTo(2) : upTo(3))) {
            switch (x) {
                case 1 -> total += await(later(x));
                default -> {
                    for (var y : await(upTo(2))) {
                        total += y;
                    }
                }
            }
        }
        System.out.println(total);
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 10 0
// expect: 11,;21,22,;31,32,41,42,
// expect: finally 1
// expect: finally 2
// expect: finally 3
// expect: finally 1
// expect: finally 2
// expect: finally 3
// expect: finally 4
// expect: finally 5
// expect: finally 6
// expect: finally 7
// expect: finally 8
// expect: finally 9
// expect: finally 10
// expect: 300 -1
// expect: caught after 2: true
// expect: body 1
// expect: [1, 2, 3] [10, 20, 30]
// expect: 54
// expect: 4
