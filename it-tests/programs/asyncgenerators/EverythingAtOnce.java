package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.CoroutineState;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

// plain: no, plain Java has no generators
/** Async generators in every kind of place: awaits and yields in loops, in expressions, in try and finally. */
class EverythingAtOnce {
    @Coroutine
    static AsyncGenerator<Integer> upTo(int last) {
        for (int i = 1; i <= last; i++) {
            await(turn());
            Generator.yield(i);
            await(turn());
        }
        return Generator.end();
    }

    @Coroutine
    static AsyncGenerator<Long> wide(long a, double b, String text) {
        long sum = a;
        for (var i : await(upTo(3))) {
            sum += i + (long) b + await(later(text)).length();
            String sent = Generator.yield(sum);
            text += sent == null ? "." : sent;
        }
        Generator.yield(100L + await(later(sum)));
        return Generator.end();
    }

    @Coroutine
    static AsyncGenerator<String> neverWaits() {
        Generator.yield("a");
        Generator.yield("b");
        return Generator.end();
    }

    @Coroutine
    static AsyncGenerator<String> neverYields() {
        await(turn());
        return Generator.end();
    }

    @Coroutine
    static AsyncGenerator<String> empty() {
        return Generator.end();
    }

    @Coroutine
    static AsyncGenerator<String> guarded(String name) {
        try {
            while (true) {
                try {
                    String sent = Generator.yield(name + await(later("?")));
                    System.out.println("sent " + sent);
                } catch (IllegalArgumentException e) {
                    System.out.println("caught " + e.getMessage() + await(later("!")));
                    Generator.yield("recovered");
                }
            }
        } finally {
            await(turn());
            System.out.println("finally " + name + await(later("")));
        }
    }

    interface Source {
        @Coroutine
        default AsyncGenerator<String> named(int times) {
            for (int i = 0; i < times; i++) {
                Generator.yield(await(later(name())) + i);
            }
            return Generator.end();
        }

        String name();
    }

    record Named(String name) implements Source {
        @Coroutine
        AsyncGenerator<String> twice() {
            for (String s : await(named(2))) {
                Generator.yield(s);
                Generator.yield(name + await(later(s)).toUpperCase());
            }
            return Generator.end();
        }
    }

    @Coroutine
    static <T> Async<List<T>> all(AsyncGenerator<T> generator) {
        List<T> found = new ArrayList<>();
        for (T t : await(generator)) {
            found.add(t);
        }
        return Async.of(found);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(all(upTo(4))));
        System.out.println(await(all(wide(10, 2.5, "x"))));
        System.out.println(await(all(neverWaits())) + " " + await(all(neverYields())) + " " + await(all(empty())));
        System.out.println(await(all(new Named("n").twice())));
        IntFunction<AsyncGenerator<String>> lambda = times -> {
            for (int i = 0; i < times; i++) {
                String s = "lambda " + await(later(i));
                Generator.yield(s);
            }
            return Generator.end();
        };
        System.out.println(await(all(lambda.apply(2))));

        AsyncGenerator<Long> sends = wide(0, 0, "");
        System.out.println(sends.state() + " " + await(sends.next()) + " " + sends.state());
        System.out.println(await(sends.send("four")) + " " + await(sends.send(null)) + " " + await(sends.next()));
        for (int i = 0; i < 2; i++) {
            try {
                await(sends.next());
            } catch (GeneratorEnd e) {
                System.out.println("end " + e.value() + " " + sends.state());
            }
        }
        await(sends.closeAsync());

        try (AsyncGenerator<String> g = guarded("g")) {
            System.out.println(await(g.next()) + " " + await(g.send("hello")));
            System.out.println(await(g.throwInto(new IllegalArgumentException("thrown"))));
            for (String s : await(g)) {
                System.out.println("loop " + s);
                break;
            }
            System.out.println("left " + g.state());
        }
        RuntimeException failure = new IllegalStateException("out");
        AsyncGenerator<String> failing = guarded("failing");
        await(failing.next());
        try {
            await(failing.throwInto(failure));
        } catch (IllegalStateException e) {
            System.out.println((e == failure) + " " + (failing.state() == CoroutineState.CLOSED));
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: [1, 2, 3, 4]
// expect: [14, 20, 28, 128]
// expect: [a, b] [] []
// expect: [n0, nN0, n1, nN1]
// expect: [lambda 0, lambda 1]
// expect: CREATED 1 SUSPENDED
// expect: 7 15 115
// expect: end null CLOSED
// expect: end null CLOSED
// expect: sent hello
// expect: g? g?
// expect: caught thrown!
// expect: recovered
// expect: loop g?
// expect: left SUSPENDED
// expect: finally g
// expect: finally failing
// expect: true true
