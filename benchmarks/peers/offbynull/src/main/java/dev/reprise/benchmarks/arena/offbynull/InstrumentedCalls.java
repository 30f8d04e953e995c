package dev.reprise.benchmarks.arena.offbynull;

import com.offbynull.coroutines.user.Continuation;
import dev.reprise.benchmarks.arena.Calls;
import dev.reprise.benchmarks.arena.Fibonacci;
import dev.reprise.benchmarks.arena.Peer;

/** Calls of methods that are given the continuation. */
@Peer("offbynull")
public final class InstrumentedCalls implements Calls.Work, Fibonacci.Work {

    @Override
    public int sum(int start, int calls) {
        Loop loop = new Loop(start, calls);
        Runner.of(loop).run();
        return loop.sum;
    }

    private static final class Loop extends Runner.Body {

        private final int calls;
        private int sum;

        Loop(int start, int calls) {
            this.calls = calls;
            sum = start;
        }

        @Override
        public void run(Continuation c) {
            int result = sum;
            for (int i = 0; i < calls; i++) {
                result = add(c, result, i);
            }
            sum = result;
        }

        private static int add(Continuation c, int a, int b) {
            if (a == Integer.MIN_VALUE) {
                c.suspend();
            }
            return a + b;
        }
    }

    @Override
    public int fibonacci(int n) {
        Recursion recursion = new Recursion(n);
        Runner.of(recursion).run();
        return recursion.result;
    }

    private static final class Recursion extends Runner.Body {

        private final int n;
        private int result;

        Recursion(int n) {
            this.n = n;
        }

        @Override
        public void run(Continuation c) {
            result = fib(c, n);
        }

        private static int fib(Continuation c, int n) {
            return n < 2 ? n : fib(c, n - 1) + fib(c, n - 2);
        }
    }
}
