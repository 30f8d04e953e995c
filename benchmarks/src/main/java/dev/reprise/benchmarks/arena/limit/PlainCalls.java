package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.Calls;
import dev.reprise.benchmarks.arena.Fibonacci;
import dev.reprise.benchmarks.arena.Peer;

/** Calls of methods that return their result. */
@Peer(Peer.LIMIT)
public final class PlainCalls implements Calls.Work, Fibonacci.Work {

    @Override
    public int sum(int start, int calls) {
        int sum = start;
        for (int i = 0; i < calls; i++) {
            sum = add(sum, i);
        }
        return sum;
    }

    private static int add(int a, int b) {
        if (a == Integer.MIN_VALUE) {
            throw new IllegalStateException("here a coroutine would suspend");
        }
        return a + b;
    }

    @Override
    public int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }
}
