package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class CoroutineReturnTypeTest {

    @Test
    void namesTheTypeToReturn() {
        check("""
                @Coroutine void nothing() { // error: [CoroutineReturnType] nothing() returns void, which is not a coroutine type. Let it return Async<Void>.
                    await(done());
                }
                @Coroutine int number() { // error: [CoroutineReturnType] number() returns int, which is not a coroutine type. Let it return Async<Integer>.
                    return await(Async.of(1));
                }
                @Coroutine List<String> names() { // error: [CoroutineReturnType] names() returns List<String>, which is not a coroutine type. Let it return Iterable, Iterator or Generator.
                    Generator.yield("a");
                    return List.of();
                }
                """);
    }

    @Test
    void wantsTheTypeItselfNotASubtype() {
        check("""
                static final class MyFuture<T> extends CompletableFuture<T> {}
                @Coroutine MyFuture<Void> mine() { // error: [CoroutineReturnType] mine() returns Snippet.MyFuture<Void>
                    return new MyFuture<>();
                }
                """);
    }

    @Test
    void ofSomethingAwaitableNamesItsResult() {
        check("""
                @Coroutine dev.reprise.Task<Integer> task() { // error: [CoroutineReturnType] task() returns Task<Integer>, which is not a coroutine type. Let it return Async<Integer>.
                    return null;
                }
                static final class MyFuture<T> extends CompletableFuture<T> {}
                @Coroutine MyFuture<String> mine() { // error: [CoroutineReturnType] mine() returns Snippet.MyFuture<String>, which is not a coroutine type. Let it return Async<String>.
                    return new MyFuture<>();
                }
                @Coroutine <A extends Async<Long>> A variable() { // error: [CoroutineReturnType] variable() returns A, which is not a coroutine type. Let it return Async<Long>.
                    return null;
                }
                """);
    }

    @Test
    void saysNothingAboutATypeThatJavacDoesNotKnow() {
        check("""
                @Coroutine Missing<Void> missing() { // error: cannot find symbol
                    return null;
                }
                """);
    }
}
