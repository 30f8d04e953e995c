package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Multi-catch, precise rethrow, and catch parameters used after a suspension. */
class MultiCatchAndRethrow {
    static class A extends Exception {
        A(String m) {
            super(m);
        }
    }

    static class B extends Exception {
        B(String m) {
            super(m);
        }
    }

    @Coroutine
    static Async<Integer> fail(int n) throws A, B {
        await(turn());
        switch (n) {
            case 0 -> throw new A("a" + await(later(n)));
            case 1 -> throw new B("b");
            case 2 -> throw new IllegalStateException("c");
            case 3 -> throw new StackOverflowError("d");
            default -> {
                return Async.of(n);
            }
        }
    }

    @Coroutine
    static Async<Integer> rethrow(int n) throws A, B {
        try {
            return Async.of(await(fail(n)));
        } catch (A | B e) {
            await(turn());
            System.out.println("caught " + e.getMessage() + " " + await(later(e)).getClass().getSimpleName());
            throw e;
        } catch (RuntimeException | Error e) {
            String m = await(later(e.getMessage()));
            throw new IllegalStateException(m + "!", e);
        }
    }

    @Coroutine
    static Async<Void> program() {
        for (int n = 0; n < 5; n++) {
            try {
                System.out.println(await(rethrow(n)));
            } catch (Exception e) {
                System.out.println(e.getMessage() + " " + (e.getCause() == null ? "-" : e.getCause().getMessage()) + " " + await(later(n)));
            }
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: caught a0 A
// expect: a0 - 0
// expect: caught b B
// expect: b - 1
// expect: c! c 2
// expect: d! d 3
// expect: 4
