package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class AwaitOutsideCoroutineTest {

    @Test
    void namesTheReturnTypeThatTheMethodLacks() {
        check("""
                void nothing() {
                    await(done()); // error: [AwaitOutsideCoroutine] await(...) cannot suspend here: nothing() is not a coroutine. Declare it as @Coroutine Async<Void> nothing.
                }
                int number(int x) {
                    await(done()); // error: [AwaitOutsideCoroutine] await(...) cannot suspend here: number(int) is not a coroutine. Declare it as @Coroutine Async<Integer> number.
                    return x;
                }
                Map<String, Integer> map() {
                    await(done()); // error: [AwaitOutsideCoroutine] await(...) cannot suspend here: map() is not a coroutine. Declare it as @Coroutine Async<Map<String, Integer>> map.
                    return Map.of();
                }
                """);
    }

    @Test
    void asksForTheAnnotationWhereTheReturnTypeIsRight() {
        check("""
                Async<Void> forgotten() {
                    await(done()); // error: [AwaitOutsideCoroutine] await(...) cannot suspend here: forgotten() is not a coroutine. Annotate it with @Coroutine.
                    return done();
                }
                """);
    }

    @Test
    void tellsMainToStartALoop() {
        check("""
                public static void main(String[] arguments) {
                    await(done()); // error: [AwaitOutsideCoroutine] await(...) cannot suspend here: main(String[]) is not a coroutine. Move the call to a @Coroutine method, and start that one with EventLoop.run(...).
                }
                """);
    }

    @Test
    void knowsThatAnOverridingMethodCannotChangeItsReturnType() {
        check("""
                abstract static class Job implements Runnable {}
                static class MyJob extends Job {
                    @Override
                    public void run() {
                        await(done()); // error: [AwaitOutsideCoroutine] await(...) cannot suspend here: run() is not a coroutine. Its return type is fixed by Runnable: move the call
                    }
                }
                """);
    }

    @Test
    void offersGeneratorTypesForAYield() {
        check("""
                void numbers() {
                    Generator.yield(1); // error: [AwaitOutsideCoroutine] Generator.yield(...) cannot suspend here: numbers() is not a coroutine. Annotate it with @Coroutine and let it return Iterable, Iterator or Generator.
                }
                """);
    }

    @Test
    void judgesAMethodOfALocalClassByItself() {
        check("""
                @Coroutine Async<Void> outer() {
                    new Object() {
                        void inner() {
                            await(done()); // error: [AwaitOutsideCoroutine] await(...) cannot suspend here: inner() is not a coroutine.
                        }
                    }.inner();
                    return done();
                }
                void plain() {
                    class Local {
                        @Coroutine Async<Void> inner() {
                            await(done());
                            return done();
                        }
                    }
                }
                """);
    }

    @Test
    void reportsEveryCall() {
        check("""
                void twice() {
                    await(done()); // error: [AwaitOutsideCoroutine]
                    await(done()); // error: [AwaitOutsideCoroutine]
                }
                """);
    }

    @Test
    void knowsAwaitOfOthersFromOurs() {
        check("""
                void other(CountDownLatch latch) throws InterruptedException {
                    latch.await();
                }
                """);
    }

    @Test
    void acceptsEveryCoroutineTypeThatAwaits() {
        check("""
                @Coroutine Async<Integer> cold() { await(done()); return Async.of(1); }
                @Coroutine CompletableFuture<Integer> hot() { await(done()); return CompletableFuture.completedFuture(1); }
                @Coroutine CompletionStage<Integer> stage() { await(hot()); return CompletableFuture.completedFuture(1); }
                """);
    }
}
