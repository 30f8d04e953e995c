package results;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Recursions that return primitives, some so deep that they do not fit on the stack. */
class Recursive {
    static final int DEPTH = 100_000;

    int calls;

    @Coroutine
    Async<Integer> fibonacci(int n) {
        calls++;
        if (n < 2) {
            return of(n);
        }
        return of(await(fibonacci(n - 1)) + await(fibonacci(n - 2)));
    }

    @Coroutine
    static Async<Long> down(long n) {
        if (n == 0) {
            await(turn());
            return of(1L);
        }
        return of(n % 7 * 1000 + await(down(n - 1)));
    }

    @Coroutine
    static Async<Double> tail(int n, double sum) {
        if (n == 0) {
            return of(sum);
        }
        return tail(n - 1, sum + 0.5);
    }

    @Coroutine
    static Async<Boolean> even(int n) {
        if (n == 0) {
            return of(true);
        }
        return odd(n - 1);
    }

    @Coroutine
    static Async<Boolean> odd(int n) {
        return n == 0 ? of(false) : even(n - 1);
    }

    /** Every other call returns an object. */
    @SuppressWarnings("unchecked")
    @Coroutine
    static Async<Object> mixed(int n) {
        if (n == 0) {
            return of("end");
        }
        return (Async<Object>) (Async<?>) number(n);
    }

    @Coroutine
    static Async<Integer> number(int n) {
        Object below = await(mixed(n - 1));
        return of(below instanceof Integer i ? i + 1 : 0);
    }

    @Coroutine
    static Async<Integer> ackermann(int m, int n) {
        if (m == 0) {
            return of(n + 1);
        }
        if (n == 0) {
            return ackermann(m - 1, 1);
        }
        return ackermann(m - 1, await(ackermann(m, n - 1)));
    }

    @Coroutine
    static Async<Float> failing(int n) {
        if (n == 0) {
            throw new IllegalStateException("bottom");
        }
        try {
            return of(await(failing(n - 1)) + 1);
        } catch (ArithmeticException e) {
            return of(0f);
        }
    }

    @Coroutine
    static Async<Void> program() {
        Recursive r = new Recursive();
        System.out.println(await(r.fibonacci(15)) + " " + r.calls);
        System.out.println(await(down(DEPTH)));
        System.out.println(await(tail(DEPTH, 0)));
        System.out.println(await(even(DEPTH)) + " " + await(odd(DEPTH)));
        System.out.println(await(mixed(DEPTH)) + " " + await(number(1)));
        System.out.println(await(ackermann(2, 300)));
        try {
            System.out.println(await(failing(2_000)));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    public static void main(String[] args) throws InterruptedException {
        Thread small = new Thread(null, () -> run(program()), "small", 512 << 10);
        small.start();
        small.join();
    }
}
// plain: no, the stack of plain calls overflows
// expect: 610 1973
// expect: 300000001
// expect: 50000.0
// expect: true false
// expect: 99999 0
// expect: 603
// expect: bottom
