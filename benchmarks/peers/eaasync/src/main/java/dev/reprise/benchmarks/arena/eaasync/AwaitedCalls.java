package dev.reprise.benchmarks.arena.eaasync;

import static com.ea.async.Async.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.reprise.benchmarks.arena.Calls;
import dev.reprise.benchmarks.arena.Fibonacci;
import dev.reprise.benchmarks.arena.Peer;
import java.util.concurrent.CompletableFuture;

/** Awaits of futures that are complete. */
@Peer("EA Async")
public final class AwaitedCalls implements Calls.Work, Fibonacci.Work {

    @Override
    public int sum(int start, int calls) {
        return loop(start, calls).join();
    }

    private static CompletableFuture<Integer> loop(int start, int calls) {
        int sum = start;
        for (int i = 0; i < calls; i++) {
            sum = await(add(sum, i));
        }
        return completedFuture(sum);
    }

    private static CompletableFuture<Integer> add(int a, int b) {
        if (a == Integer.MIN_VALUE) {
            await(new CompletableFuture<>());
        }
        return completedFuture(a + b);
    }

    @Override
    public int fibonacci(int n) {
        return fib(n).join();
    }

    private static CompletableFuture<Integer> fib(int n) {
        if (n < 2) {
            return completedFuture(n);
        }
        return completedFuture(await(fib(n - 1)) + await(fib(n - 2)));
    }
}
