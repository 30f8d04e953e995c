package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class NeverAwaitedTest {

    @Test
    void warnsOfACoroutineThatIsDropped() {
        check("""
                @Coroutine Async<Integer> load(String id) {
                    return Async.of(1);
                }
                @Coroutine Async<Void> inACoroutine() {
                    load("a"); // warning: [NeverAwaited] load(String) makes a coroutine (Async<Integer>) that nobody awaits, so its body never runs.
                    return done();
                }
                void inAMethod(List<String> ids) {
                    this.load("a"); // warning: [NeverAwaited] load(String)
                    ids.forEach(id -> load(id)); // warning: [NeverAwaited] load(String)
                }
                """);
    }

    @Test
    void acceptsACoroutineThatIsUsed() {
        check("""
                @Coroutine Async<Integer> load(String id) {
                    return Async.of(1);
                }
                @Coroutine Async<Integer> uses(List<String> ids) {
                    await(load("a"));
                    Async<Integer> later = load("b");
                    List<Async<Integer>> all = ids.stream().map(id -> load(id)).toList();
                    return load("c");
                }
                """);
    }

    @Test
    void isSuppressedByItsName() {
        check("""
                static Async<Integer> load() {
                    return Async.of(1);
                }
                @SuppressWarnings("NeverAwaited")
                void onTheMethod() {
                    load();
                }
                @SuppressWarnings({"unused", "NeverAwaited"})
                static class OnTheClass {
                    void method() {
                        load();
                    }
                }
                """);
    }
}
