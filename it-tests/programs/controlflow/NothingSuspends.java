package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Coroutines without any suspension point, and blocks that cannot be reached. */
class NothingSuspends {
    @Coroutine
    static Async<Integer> constant() {
        return Async.of(1);
    }

    @Coroutine
    static Async<Void> empty() {
        return done();
    }

    @Coroutine
    static Async<String> throwing(boolean b) {
        if (b) {
            throw new IllegalArgumentException("thrown");
        }
        while (true) {
            return Async.of("returned");
        }
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(constant()));
        System.out.println(await(empty()));
        System.out.println(await(throwing(false)));
        try {
            await(throwing(true));
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        if (false) {
            await(turn());
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 1
// expect: null
// expect: returned
// expect: thrown
