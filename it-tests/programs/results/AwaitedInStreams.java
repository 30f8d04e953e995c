package results;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;

// plain: no, plain Java has no generators
/** Primitive results in an async generator, which waits and gives out values, and in the loop over it. */
class AwaitedInStreams {
    @Coroutine
    private Async<Integer> one() {
        return of(await(later(0)) + 1);
    }

    @Coroutine
    private static Async<Double> half(double of) {
        return of(await(later(of)) / 2);
    }

    @Coroutine
    AsyncGenerator<Integer> stream() {
        for (int i = 0; i < 3; i++) {
            Generator.yield(i + await(one()));
            if (await(half(i)) > 0.9) {
                Generator.yield(await(one()));
            }
        }
        return Generator.end();
    }

    @Coroutine
    Async<Integer> sum() {
        int sum = 0;
        for (int each : await(stream())) {
            System.out.println(each);
            sum += each * await(one());
        }
        return of(sum);
    }

    public static void main(String[] args) {
        System.out.println(run(new AwaitedInStreams().sum()));
    }
}
// expect: 1
// expect: 2
// expect: 3
// expect: 1
// expect: 7
