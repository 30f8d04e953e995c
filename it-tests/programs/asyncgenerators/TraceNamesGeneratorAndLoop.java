package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Arrays;
import java.util.List;

// plain: no, plain Java has no generators
/** The trace of a failure names the generator that failed and the coroutines that loop over it. */
class TraceNamesGeneratorAndLoop {
    @Coroutine
    static AsyncGenerator<Integer> inner() {
        Generator.yield(1);
        await(turn());
        throw new IllegalStateException("inner");
    }

    @Coroutine
    static AsyncGenerator<Integer> outer() {
        for (int i : await(inner())) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    @Coroutine
    static Async<Void> program() {
        AsyncGenerator<Integer> outer = outer();
        try {
            for (int i : await(outer)) {
                System.out.println(i);
            }
        } catch (IllegalStateException e) {
            List<String> own = Arrays.stream(e.getStackTrace())
                    .filter(element -> element.getClassName().equals(TraceNamesGeneratorAndLoop.class.getName()))
                    .map(element -> element.getMethodName())
                    .toList();
            System.out.println(own.subList(0, 3));
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 1
// expect: [inner, outer, program]
