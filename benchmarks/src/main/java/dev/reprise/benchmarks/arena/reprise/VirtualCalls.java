package dev.reprise.benchmarks.arena.reprise;

import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.benchmarks.arena.Calls;
import dev.reprise.benchmarks.arena.Fibonacci;
import dev.reprise.benchmarks.arena.Peer;
import java.time.Duration;

/** Awaits of calls whose callee a subclass may override. */
@Peer("Reprise, virtual callee")
public class VirtualCalls implements Calls.Work, Fibonacci.Work, AutoCloseable {

    private final EventLoop eventLoop = EventLoop.open();

    @Override
    public void close() {
        eventLoop.close();
    }

    @Override
    public int sum(int start, int calls) {
        return eventLoop.runUntilComplete(loop(start, calls));
    }

    @Coroutine
    private Async<Integer> loop(int start, int calls) {
        int sum = start;
        for (int i = 0; i < calls; i++) {
            sum = await(add(sum, i));
        }
        return Async.of(sum);
    }

    @Coroutine
    public Async<Integer> add(int a, int b) {
        if (a == Integer.MIN_VALUE) {
            await(sleep(Duration.ZERO));
        }
        return Async.of(a + b);
    }

    @Override
    public int fibonacci(int n) {
        return eventLoop.runUntilComplete(fib(n));
    }

    @Coroutine
    public Async<Integer> fib(int n) {
        if (n < 2) {
            return Async.of(n);
        }
        return Async.of(await(fib(n - 1)) + await(fib(n - 2)));
    }
}
