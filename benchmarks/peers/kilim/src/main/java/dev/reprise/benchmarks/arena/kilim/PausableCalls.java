package dev.reprise.benchmarks.arena.kilim;

import dev.reprise.benchmarks.arena.Calls;
import dev.reprise.benchmarks.arena.Fibonacci;
import dev.reprise.benchmarks.arena.Peer;
import kilim.Pausable;
import kilim.Task;

/** Calls of pausable methods. */
@Peer("Kilim")
public final class PausableCalls implements Calls.Work, Fibonacci.Work {

    private final HandScheduler scheduler = new HandScheduler();

    @Override
    public int sum(int start, int calls) {
        return scheduler.run(new Loop(start, calls)).sum;
    }

    private static final class Loop extends Task<Void> {

        private final int calls;
        private int sum;

        Loop(int start, int calls) {
            this.calls = calls;
            sum = start;
        }

        @Override
        public void execute() throws Pausable {
            int result = sum;
            for (int i = 0; i < calls; i++) {
                result = add(result, i);
            }
            sum = result;
        }

        private static int add(int a, int b) throws Pausable {
            if (a == Integer.MIN_VALUE) {
                Task.yield();
            }
            return a + b;
        }
    }

    @Override
    public int fibonacci(int n) {
        return scheduler.run(new Recursion(n)).result;
    }

    private static final class Recursion extends Task<Void> {

        private final int n;
        private int result;

        Recursion(int n) {
            this.n = n;
        }

        @Override
        public void execute() throws Pausable {
            result = fib(n);
        }

        private static int fib(int n) throws Pausable {
            return n < 2 ? n : fib(n - 1) + fib(n - 2);
        }
    }
}
