package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Coroutine;
import java.io.IOException;

/** A failure arrives as the instance that was thrown, through any number of awaiting coroutines. */
class SameInstance {
    static final IOException FAILURE = new IOException("thrown once");

    @Coroutine
    static Async<Integer> inner(boolean direct) throws IOException {
        if (direct) {
            throw FAILURE;
        }
        await(turn());
        return Async.of(await(failingInt()));
    }

    static Awaitable<Integer> failingInt() {
        return failing(FAILURE);
    }

    @Coroutine
    static Async<Integer> middle(boolean direct) throws IOException {
        int a = await(later(1));
        return Async.of(a + await(inner(direct)));
    }

    @Coroutine
    static Async<Void> program() {
        for (boolean direct : new boolean[] {true, false}) {
            try {
                await(middle(direct));
                System.out.println("no failure");
            } catch (IOException e) {
                System.out.println(e == FAILURE);
            }
        }
        try {
            await(failed(FAILURE));
        } catch (Throwable e) {
            System.out.println(e == FAILURE);
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: true
// expect: true
// expect: true
