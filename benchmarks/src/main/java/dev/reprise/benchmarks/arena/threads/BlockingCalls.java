package dev.reprise.benchmarks.arena.threads;

import dev.reprise.benchmarks.arena.Calls;
import dev.reprise.benchmarks.arena.Fibonacci;
import dev.reprise.benchmarks.arena.Peer;

/** Calls that would block: plain ones, in a virtual thread. */
@Peer(value = "virtual threads", since = 21)
public final class BlockingCalls implements Calls.Work, Fibonacci.Work {

    @Override
    public int sum(int start, int calls) {
        return Virtual.run(() -> loop(start, calls));
    }

    private static int loop(int start, int calls) {
        int sum = start;
        for (int i = 0; i < calls; i++) {
            sum = add(sum, i);
        }
        return sum;
    }

    private static int add(int a, int b) {
        if (a == Integer.MIN_VALUE) {
            Thread.yield();
        }
        return a + b;
    }

    @Override
    public int fibonacci(int n) {
        return Virtual.run(() -> fib(n));
    }

    private static int fib(int n) {
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }
}
