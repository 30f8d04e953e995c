package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

// plain: no, plain methods run when they are called
/** A coroutine that is returned, not awaited, runs when the try blocks around the return are left; the result is still last. */
class ReturnedObjectRunsLast {
    @Coroutine
    static Async<String> logged(String s) {
        await(turn());
        System.out.println(s);
        return of(s);
    }

    @Coroutine
    static Async<String> failing(String s) {
        await(turn());
        throw new IllegalStateException(s);
    }

    @Coroutine
    static Async<String> withFinally() {
        try {
            return logged("returned");
        } finally {
            await(logged("finally"));
        }
    }

    @Coroutine
    static Async<String> withCatch() {
        try {
            return failing("outside of the try");
        } catch (IllegalStateException e) {
            return of("caught");
        }
    }

    @Coroutine
    static Async<String> awaitedInTry() {
        try {
            return of(await(failing("inside of the try")));
        } catch (IllegalStateException e) {
            return of("caught " + e.getMessage());
        }
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println("result " + await(withFinally()));
        try {
            System.out.println("result " + await(withCatch()));
        } catch (IllegalStateException e) {
            System.out.println("failed: " + e.getMessage());
        }
        System.out.println("result " + await(awaitedInTry()));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: finally
// expect: returned
// expect: result returned
// expect: failed: outside of the try
// expect: result caught inside of the try
