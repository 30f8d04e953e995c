package recursion;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A million calls through coroutine objects: overridable methods, super, a generic interface, two classes, a lambda. */
class CallsOfObjects {
    static final int DEPTH = 1_000_000;

    interface Walk<T> {
        Async<Integer> walk(T n);
    }

    static class Base {
        @Coroutine
        Async<Integer> down(int n) {
            return of(n == 0 ? await(later(0)) : await(new Derived().down(n - 1)) + 1);
        }
    }

    static class Derived extends Base implements Walk<Integer> {
        @Override
        @Coroutine
        Async<Integer> down(int n) {
            return of(n == 0 ? 0 : await(super.down(n - 1)) + 1);
        }

        @Override
        @Coroutine
        public Async<Integer> walk(Integer n) {
            Walk<Integer> next = this;
            return of(n == 0 ? 0 : await(next.walk(n - 1)) + 1);
        }
    }

    static class Ping {
        @Coroutine
        static Async<Integer> hit(int n) {
            return of(n == 0 ? 0 : await(Pong.hit(n - 1)) + 1);
        }
    }

    static class Pong {
        @Coroutine
        static Async<Integer> hit(int n) {
            if (n % 100_000 == 99) {
                await(turn());
            }
            return of(n == 0 ? 0 : await(Ping.hit(n - 1)) + 1);
        }
    }

    static class Tail {
        @Coroutine
        Async<Integer> call(int n, int sum) {
            return n == 0 ? of(sum) : call(n - 1, sum + 1);
        }
    }

    static Walk<Integer> lambda;

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(new Derived().down(DEPTH)));
        System.out.println(await(new Derived().walk(DEPTH)));
        System.out.println(await(Ping.hit(DEPTH)));
        System.out.println(await(new Tail().call(DEPTH, 0)));
        lambda = n -> of(n == 0 ? 0 : await(lambda.walk(n - 1)) + 1);
        System.out.println(await(lambda.walk(DEPTH)));
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
// expect: 1000000
// expect: 1000000
// expect: 1000000
// expect: 1000000
