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
                    load("a"); // warning: [NeverAwaited] load(String) makes a coroutine (Async<Integer>) that nobody awaits, so it never runs. Write await(...) around it
                    return done();
                }
                void inAMethod(List<String> ids) {
                    this.load("a"); // warning: [NeverAwaited] load(String) makes a coroutine (Async<Integer>) that nobody awaits, so it never runs. Nobody can await here: make it a task
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
                    await(later);
                    return load("c");
                }
                """);
    }

    @Test
    void warnsOfACoroutineInAVariableThatNobodyReads() {
        check("""
                @Coroutine Async<Integer> load(String id) {
                    return Async.of(1);
                }
                void unread(List<String> ids) {
                    var first = load("a"); // warning: [NeverAwaited] load(String)
                    Async<Integer> second;
                    second = load("b"); // warning: [NeverAwaited] load(String)
                    ids.forEach(id -> {
                        Async<Integer> third = load(id); // warning: [NeverAwaited] load(String)
                    });
                }
                """);
    }

    @Test
    void acceptsACoroutineInAVariableThatIsReadSomewhere() {
        check("""
                Object field;
                @Coroutine Async<Integer> load(String id) {
                    return Async.of(1);
                }
                @Coroutine Async<Integer> reads(boolean a) {
                    Async<Integer> captured = load("a");
                    Runnable later = () -> System.out.println(captured);
                    Async<Integer> inAClass = load("b");
                    new Object() { Object kept = inAClass; };
                    Async<Integer> assigned;
                    Object alias = assigned = load("c");
                    Async<Integer> sometimes = load("d");
                    if (a) {
                        await(sometimes);
                    }
                    field = load("e");
                    return of(1);
                }
                """);
    }

    @Test
    void warnsOfAMethodReferenceToWhatTakesNoResult() {
        check("""
                @Coroutine Async<Integer> load(String id) {
                    return Async.of(1);
                }
                void references(List<String> ids) {
                    ids.forEach(this::load); // warning: [NeverAwaited] load(String) makes a coroutine (Async<Integer>) that nobody awaits
                    ids.forEach(System.out::println);
                    List<Async<Integer>> all = ids.stream().map(this::load).toList();
                }
                @SuppressWarnings("NeverAwaited")
                void onPurpose(List<String> ids) {
                    ids.forEach(this::load);
                }
                """);
    }

    @Test
    void looksThroughBranchesCastsAndParentheses() {
        check("""
                @Coroutine Async<Integer> load(String id) {
                    return Async.of(1);
                }
                void dropped(boolean first) {
                    var one = (first)
                            ? load("a") // warning: [NeverAwaited] load(String)
                            : (load("b")); // warning: [NeverAwaited] load(String)
                    Object two = (Object) load("c"); // warning: [NeverAwaited] load(String)
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
