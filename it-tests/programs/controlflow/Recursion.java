package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Coroutines that await themselves and each other. */
class Recursion {
    @Coroutine
    static Async<Integer> fibonacci(int n) {
        return Async.of(n < 2 ? n : await(fibonacci(n - 1)) + await(fibonacci(n - 2)));
    }

    @Coroutine
    static Async<Boolean> even(int n) {
        await(turn());
        return n == 0 ? Async.of(true) : odd(n - 1);
    }

    @Coroutine
    static Async<Boolean> odd(int n) {
        if (n == 0) {
            return Async.of(false);
        }
        return Async.of(await(even(n - 1)));
    }

    @Coroutine
    static Async<Integer> ackermann(int m, int n) {
        if (m == 0) {
            return Async.of(await(later(n)) + 1);
        }
        if (n == 0) {
            return ackermann(m - 1, 1);
        }
        return ackermann(m - 1, await(ackermann(m, n - 1)));
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(fibonacci(15)));
        System.out.println(await(even(40)) + " " + await(even(41)));
        System.out.println(await(ackermann(2, 3)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 610
// expect: true false
// expect: 9
