package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A finally block that returns, breaks or throws overrides what was on its way out. */
class FinallyOverrides {
    @Coroutine
    @SuppressWarnings("finally")
    static Async<String> returning(boolean fails) {
        try {
            if (fails) {
                await(failing(new IllegalStateException("lost")));
            }
            return Async.of(await(later("lost too")));
        } finally {
            return Async.of(await(later("finally wins")));
        }
    }

    @Coroutine
    @SuppressWarnings("finally")
    static Async<Integer> breaking() {
        int n = 0;
        while (true) {
            try {
                n += await(later(1));
                throw new IllegalStateException("lost " + n);
            } finally {
                n += await(later(10));
                if (n < 30) {
                    continue;
                }
                break;
            }
        }
        return Async.of(n);
    }

    @Coroutine
    static Async<Void> throwing() {
        try {
            await(failing(new IllegalStateException("first")));
        } finally {
            await(turn());
            if (await(later(true))) {
                throw new IllegalArgumentException("second");
            }
        }
        return done();
    }

    @Coroutine
    static Async<Integer> unchanged() {
        int n = 1;
        try {
            return Async.of(n);
        } finally {
            n = await(later(2));
            System.out.println("changed " + n);
        }
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(returning(true)) + " " + await(returning(false)));
        System.out.println(await(breaking()));
        try {
            await(throwing());
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(await(unchanged()));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: finally wins finally wins
// expect: 33
// expect: second
// expect: changed 2
// expect: 1
