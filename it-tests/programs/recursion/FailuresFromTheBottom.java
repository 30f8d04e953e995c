package recursion;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** An exception passes a million coroutines, and fewer with finally blocks, up to the one that catches it. */
class FailuresFromTheBottom {
    static final int DEPTH = 100_000;

    static int finals;

    @Coroutine
    static Async<Integer> direct(int n) {
        if (n == 0) {
            await(failing(new IllegalStateException("bottom")));
        }
        return of(await(direct(n - 1)) + 1);
    }

    @Coroutine
    static Async<Integer> withFinally(int n) {
        try {
            if (n == 0) {
                throw new IllegalStateException("bottom");
            }
            return of(await(withFinally(n - 1)) + 1);
        } finally {
            finals++;
            if (n == DEPTH / 2) {
                await(turn());
            }
        }
    }

    @Coroutine
    Async<Integer> ofObjects(int n) {
        if (n == 0) {
            throw new IllegalStateException("bottom");
        }
        try {
            return of(await(ofObjects(n - 1)) + 1);
        } catch (IllegalStateException e) {
            if (n == DEPTH / 2) {
                return of(0);
            }
            throw e;
        }
    }

    @Coroutine
    static Async<Void> program() {
        try {
            await(direct(1_000_000));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + (e.getStackTrace().length < 1100));
        }
        try {
            await(withFinally(DEPTH));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + finals + " " + (e.getStackTrace().length < 1100));
        }
        System.out.println(await(new FailuresFromTheBottom().ofObjects(DEPTH)));
        return done();
    }

    public static void main(String[] args) throws InterruptedException {
        Thread small = new Thread(null, () -> run(program()), "small", 512 << 10);
        small.start();
        small.join();
    }
}
// plain: no, the stack of plain calls overflows
// expect: bottom true
// expect: bottom 100001 true
// expect: 50000
