package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class AwaitAsMethodReferenceTest {

    @Test
    void refusesReferencesToSuspendingMethods() {
        check("""
                Function<Async<Integer>, Integer> await = Async::await; // error: [AwaitAsMethodReference] Async::await cannot be passed around
                Function<Object, Object> yield = Generator::yield; // error: [AwaitAsMethodReference] Generator::yield cannot be passed around
                """);
    }

    @Test
    void acceptsReferencesToCoroutines() {
        check("""
                Function<Integer, Async<Integer>> of = Async::of;
                Supplier<Async<Void>> own = this::own;
                @Coroutine Async<Void> own() {
                    return done();
                }
                """);
    }
}
