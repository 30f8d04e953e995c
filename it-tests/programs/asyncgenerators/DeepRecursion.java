package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;

// plain: no, plain Java has no generators
/** Async generators that loop over each other go as deep as coroutines do. */
class DeepRecursion {
    @Coroutine
    static AsyncGenerator<Integer> nested(int depth) {
        if (depth == 0) {
            Generator.yield(await(later(0)));
        } else {
            for (int i : await(nested(depth - 1))) {
                Generator.yield(i + 1);
            }
        }
        return Generator.end();
    }

    @Coroutine
    static Async<Void> program() {
        for (int i : await(nested(50_000))) {
            System.out.println(i);
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 50000
