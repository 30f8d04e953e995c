package dev.reprise.benchmarks.arena.javaflow;

import dev.reprise.benchmarks.arena.Calls;
import dev.reprise.benchmarks.arena.Fibonacci;
import dev.reprise.benchmarks.arena.Peer;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** Calls of continuable methods. */
@Peer("javaflow")
public final class ContinuableCalls implements Calls.Work, Fibonacci.Work {

    @Override
    public int sum(int start, int calls) {
        Loop loop = new Loop(start, calls);
        Flow.of(loop).run();
        return loop.sum;
    }

    private static final class Loop extends Flow.Body {

        private final int calls;
        private int sum;

        Loop(int start, int calls) {
            this.calls = calls;
            sum = start;
        }

        @Override
        public @continuable void run() {
            int result = sum;
            for (int i = 0; i < calls; i++) {
                result = add(result, i);
            }
            sum = result;
        }

        private static @continuable int add(int a, int b) {
            if (a == Integer.MIN_VALUE) {
                Continuation.suspend();
            }
            return a + b;
        }
    }

    @Override
    public int fibonacci(int n) {
        Recursion recursion = new Recursion(n);
        Flow.of(recursion).run();
        return recursion.result;
    }

    private static final class Recursion extends Flow.Body {

        private final int n;
        private int result;

        Recursion(int n) {
            this.n = n;
        }

        @Override
        public @continuable void run() {
            result = fib(n);
        }

        private static @continuable int fib(int n) {
            return n < 2 ? n : fib(n - 1) + fib(n - 2);
        }
    }
}
