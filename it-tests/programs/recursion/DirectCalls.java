package recursion;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A million calls of coroutines of the same class, in each other, on a thread with a stack of 512 KB. */
class DirectCalls {
    static final int DEPTH = 1_000_000;

    static int finals;

    @Coroutine
    static Async<Integer> count(int n) {
        if (n == 0) {
            await(turn());
            return of(0);
        }
        return of(await(count(n - 1)) + 1);
    }

    @Coroutine
    static Async<Boolean> even(int n) {
        return of(n == 0 || await(odd(n - 1)));
    }

    @Coroutine
    private static Async<Boolean> odd(int n) {
        return n == 0 ? of(false) : of(await(even(n - 1)));
    }

    @Coroutine
    private Async<Integer> tail(int n, int sum) {
        return n == 0 ? of(sum) : tail(n - 1, sum + 1);
    }

    @Coroutine
    static Async<Integer> withFinally(int n) {
        try {
            return of(n == 0 ? 0 : await(withFinally(n - 1)) + 1);
        } finally {
            finals++;
        }
    }

    @Coroutine
    static Async<Double> manyVariables(int n, long a, double b, String c, Object d) {
        long e = a + n;
        long f = e + n;
        double g = b + 1;
        double h = g + 1;
        String i = c;
        Object j = d;
        double below = n == 0 ? await(later(0.0)) : await(manyVariables(n - 1, a, b, c, d));
        return of(below + (e + f + g + h > 0 && i == c && j == d ? 1 : 0));
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(count(DEPTH)));
        System.out.println(await(even(DEPTH)) + " " + await(even(DEPTH + 1)));
        System.out.println(await(new DirectCalls().tail(DEPTH, 0)));
        System.out.println(await(withFinally(DEPTH)) + " " + finals);
        System.out.println(await(manyVariables(DEPTH, 1, 2, "c", "d")));
        return done();
    }

    public static void main(String[] args) throws InterruptedException {
        Thread small = new Thread(null, () -> run(program()), "small", 512 << 10);
        small.start();
        small.join();
    }
}
// plain: no, the stack of plain calls overflows
// expect: 1000000
// expect: true false
// expect: 1000000
// expect: 1000000 1000001
// expect: 1000001.0
