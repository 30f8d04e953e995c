package lambdas;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A lambda that suspends and returns a coroutine type is a coroutine: capturing, nested, in fields, generic. */
class CoroutineLambdas {
    interface Body<T> {
        Async<T> call(int n) throws Exception;
    }

    static final Body<String> FIELD = n -> Async.of("field " + await(later(n)));

    int base = 100;

    final Supplier<Async<Integer>> capturesThis = () -> {
        base += await(later(1));
        return Async.of(base);
    };

    @Coroutine
    static <T> Async<List<T>> twice(Body<T> body) throws Exception {
        List<T> results = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            results.add(await(body.call(i)));
        }
        return Async.of(results);
    }

    @Coroutine
    static Async<Void> program() throws Exception {
        System.out.println(await(FIELD.call(1)));
        CoroutineLambdas object = new CoroutineLambdas();
        System.out.println(await(object.capturesThis.get()) + await(object.capturesThis.get()));
        String captured = await(later("c"));
        long wide = await(later(7L));
        System.out.println(await(twice(n -> {
            int sum = 0;
            for (int i = 0; i <= n; i++) {
                sum += await(later(i));
            }
            return Async.of(captured + wide + sum);
        })));
        System.out.println(await(twice(n -> {
            Supplier<Async<String>> inner = () -> {
                Supplier<Async<String>> innermost = () -> Async.of(captured + await(later(n)));
                return Async.of(await(innermost.get()) + await(innermost.get()));
            };
            await(turn());
            return inner.get();
        })));
        Supplier<Async<Void>> reference = CoroutineLambdas::byReference;
        await(reference.get());
        return done();
    }

    @Coroutine
    static Async<Void> byReference() {
        System.out.println("reference " + await(later("works")));
        return done();
    }

    public static void main(String[] args) throws Exception {
        run(program());
    }
}
// expect: field 1
// expect: 203
// expect: [c70, c71]
// expect: [c0c0, c1c1]
// expect: reference works
