package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

/** What javac reports does not keep us from reporting, and gets no second message from us. */
class AttributionErrorsTest {

    @Test
    void errorsOfJavacAndOursStandSideBySide() {
        check("""
                @Coroutine Async<Void> broken() {
                    int text = "a"; // error: incompatible types
                    missing.call(await(done())); // error: cannot find symbol
                    await(missing()); // error: cannot find symbol
                    unknown(x -> await(x)); // error: cannot find symbol
                    return done();
                }
                void plain() {
                    Async.of(1).missing(); // error: cannot find symbol
                    await(done()); // error: [AwaitOutsideCoroutine]
                }
                """);
    }
}
