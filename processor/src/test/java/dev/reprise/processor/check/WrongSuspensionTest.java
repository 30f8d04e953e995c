package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

/** {@link AwaitInGenerator} and {@link YieldInAsync}. */
class WrongSuspensionTest {

    @Test
    void aGeneratorDoesNotAwait() {
        check("""
                @Coroutine Iterable<Integer> numbers() {
                    await(done()); // error: [AwaitInGenerator] await(...) cannot suspend here: numbers() returns Iterable<Integer>
                    Generator.yield(1);
                    return Generator.end();
                }
                """);
    }

    @Test
    void anAsyncDoesNotYield() {
        check("""
                @Coroutine Async<Integer> number() {
                    Generator.yield(1); // error: [YieldInAsync] Generator.yield(...) has no taker here: number() returns Async<Integer>
                    return Async.of(1);
                }
                @Coroutine CompletableFuture<Integer> future() {
                    Generator.yield(1); // error: [YieldInAsync] Generator.yield(...) has no taker here: future() returns CompletableFuture<Integer>
                    return CompletableFuture.completedFuture(1);
                }
                """);
    }
}
