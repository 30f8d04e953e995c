package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class CoroutineModifiersTest {

    @Test
    void refusesMethodsWithoutABodyAndMethodsWithAMonitor() {
        check("""
                interface Api {
                    @Coroutine Async<Void> declared(); // error: [CoroutineModifiers] declared() is abstract and cannot be a coroutine. Remove @Coroutine here
                    @Coroutine default Async<Void> written() { return done(); }
                }
                @Coroutine native Async<Void> foreign(); // error: [CoroutineModifiers] foreign() is native and cannot be a coroutine.
                @Coroutine synchronized Async<Void> locked() { // error: [CoroutineModifiers] locked() is synchronized and cannot be a coroutine. Remove synchronized
                    await(done());
                    return done();
                }
                """);
    }

    @Test
    void acceptsEveryOtherModifier() {
        check("""
                @Coroutine private static final Async<Void> fixed() { return done(); }
                @Coroutine protected <T extends Exception> Async<Void> fails(Object... rest) throws T { return done(); }
                """);
    }
}
