package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class AwaitInLambdaTest {

    @Test
    void refusesLambdasThatReturnNoCoroutineType() {
        check("""
                @Coroutine Async<Void> each(List<Async<Integer>> all) {
                    all.forEach(one -> await(one)); // error: [AwaitInLambda] await(...) cannot suspend here: this lambda is not a coroutine, it returns nothing.
                    Supplier<String> text = () -> await(Async.of("")); // error: [AwaitInLambda] await(...) cannot suspend here: this lambda is not a coroutine, it returns String.
                    return done();
                }
                """);
    }

    @Test
    void acceptsLambdasThatAreCoroutines() {
        check("""
                Supplier<Async<Integer>> cold = () -> {
                    await(done());
                    return Async.of(1);
                };
                Function<Integer, ? extends Async<Integer>> wildcard = x -> Async.of(x + await(Async.of(1)));
                Callable<Iterable<Integer>> numbers = () -> {
                    Generator.yield(1);
                    return Generator.end();
                };
                interface Step<T> { Async<T> take(T from); boolean equals(Object other); }
                Step<String> step = from -> {
                    await(done());
                    return Async.of(from);
                };
                static <T> void start(Callable<Async<T>> what) {}
                void infers() {
                    start(() -> {
                        await(done());
                        return Async.of(1);
                    });
                }
                """);
    }

    @Test
    void judgesALambdaInALambdaByItself() {
        check("""
                Supplier<Async<Void>> outer = () -> {
                    Runnable inner = () -> await(done()); // error: [AwaitInLambda]
                    await(done());
                    inner.run();
                    return done();
                };
                """);
    }

    @Test
    void leavesLambdasAloneThatJavacCannotType() {
        check("""
                void broken() {
                    var untyped = () -> await(done()); // error: cannot infer type for local variable untyped
                }
                """);
    }
}
