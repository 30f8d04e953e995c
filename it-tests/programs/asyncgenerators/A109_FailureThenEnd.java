package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.io.IOException;

// plain: no, plain Java has no generators
/** The failure of the body reaches the consumer as the same instance, and the generator has ended for good. */
class A109_FailureThenEnd {
    @Coroutine
    static AsyncGenerator<Integer> failing(Exception failure) throws Exception {
        Generator.yield(1);
        await(turn());
        if (failure != null) {
            throw failure;
        }
        return Generator.end();
    }

    @Coroutine
    static Async<Void> program() throws Exception {
        IOException failure = new IOException("lost");
        AsyncGenerator<Integer> generator = failing(failure);
        try {
            for (int i : await(generator)) {
                System.out.println(i);
            }
        } catch (Exception e) {
            System.out.println((e == failure) + " " + generator.state());
        }
        for (int i : await(generator)) {
            System.out.println("never " + i);
        }
        for (int i = 0; i < 2; i++) {
            try {
                await(generator.next());
            } catch (GeneratorEnd e) {
                System.out.println("end");
            }
        }
        return done();
    }

    public static void main(String[] args) throws Exception {
        run(program());
    }
}
// expect: 1
// expect: true CLOSED
// expect: end
// expect: end
