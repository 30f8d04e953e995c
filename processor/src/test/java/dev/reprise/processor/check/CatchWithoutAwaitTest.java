package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class CatchWithoutAwaitTest {

    @Test
    void warnsOfACatchAroundTheMakingOfACoroutine() {
        check("""
                @Coroutine Async<Integer> load() throws java.io.IOException {
                    return of(1);
                }
                @Coroutine Async<Integer> early() throws Exception {
                    Async<Integer> loading;
                    try {
                        loading = load();
                    } catch (java.io.IOException e) { // warning: [CatchWithoutAwait] This catch of IOException catches nothing: load() only makes a coroutine
                        return of(0);
                    }
                    return of(await(loading));
                }
                Async<Integer> returned() {
                    try {
                        return load();
                    } catch (java.io.IOException | IllegalStateException e) { // warning: [CatchWithoutAwait] This catch of IOException
                        return of(0);
                    }
                }
                """);
    }

    @Test
    void acceptsACatchThatSomethingReaches() {
        check("""
                static class Broken implements AutoCloseable {
                    Broken() throws java.io.IOException {}
                    @Override public void close() throws java.io.IOException {}
                }
                static void fail() throws java.io.IOException {}
                @Coroutine Async<Integer> load() throws java.io.IOException {
                    return of(1);
                }
                @Coroutine Async<Integer> awaited() {
                    try {
                        return of(await(load()));
                    } catch (java.io.IOException e) {
                        return of(0);
                    }
                }
                @Coroutine Async<Integer> laterInTheTry() {
                    try {
                        Async<Integer> loading = load();
                        return of(await(loading));
                    } catch (java.io.FileNotFoundException e) {
                        return of(1);
                    } catch (java.io.IOException e) {
                        return of(0);
                    }
                }
                Async<Integer> others(int kind) {
                    try {
                        fail();
                        return load();
                    } catch (java.io.IOException e) {
                    }
                    try {
                        new Broken();
                        return load();
                    } catch (java.io.IOException e) {
                    }
                    try {
                        if (kind == 0) {
                            throw new java.io.IOException();
                        }
                        return load();
                    } catch (java.io.IOException e) {
                    }
                    try (Broken resource = new Broken()) {
                        return load();
                    } catch (java.io.IOException e) {
                    }
                    try {
                        return load();
                    } catch (Exception e) {
                        return of(0);
                    }
                }
                @SuppressWarnings("CatchWithoutAwait")
                Async<Integer> suppressed() {
                    try {
                        return load();
                    } catch (java.io.IOException e) {
                        return of(0);
                    }
                }
                """);
    }
}
