package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lambdas and local classes capture values that were awaited, and are made while others are on the stack. */
class CapturedByLambdas {
    static <A, B> B apply(Function<A, B> f, A a) {
        return f.apply(a);
    }

    @Coroutine
    static Async<Void> program() {
        List<Supplier<String>> suppliers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int captured = await(later(i));
            String other = "v" + await(later(captured * 10));
            long wide = captured;
            suppliers.add(() -> captured + other + wide);
        }
        await(turn());
        for (Supplier<String> s : suppliers) {
            System.out.println(s.get() + await(later("!")));
        }
        int base = 5;
        System.out.println(apply(x -> x + base, await(later(1))) + apply(Integer::parseInt, await(later("7"))));
        Supplier<String> bound = await(later("bound"))::toUpperCase;
        await(turn());
        System.out.println(bound.get());
        Function<String, StringBuilder> maker = StringBuilder::new;
        System.out.println(maker.apply(await(later("made"))).append(await(later('.'))));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 0v00!
// expect: 1v101!
// expect: 2v202!
// expect: 13
// expect: BOUND
// expect: made.
