package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class AwaitInSynchronizedTest {

    @Test
    void refusesToSuspendWithAMonitor() {
        check("""
                @Coroutine Async<Void> locked() {
                    synchronized (this) {
                        if (hashCode() > 0) {
                            await(done()); // error: [AwaitInSynchronized] await(...) cannot suspend here: a monitor
                        }
                    }
                    return done();
                }
                @Coroutine Iterable<Integer> generator() {
                    synchronized (this) {
                        Generator.yield(1); // error: [AwaitInSynchronized] Generator.yield(...) cannot suspend here: a monitor
                    }
                    return Generator.end();
                }
                """);
    }

    @Test
    void acceptsToSuspendBeforeBetweenAndAfter() {
        check("""
                @Coroutine Async<Void> around() {
                    await(done());
                    synchronized (await(Async.of(this))) {
                        Supplier<Async<Void>> later = () -> {
                            await(done());
                            return done();
                        };
                    }
                    await(done());
                    synchronized (this) {
                        hashCode();
                    }
                    return done();
                }
                """);
    }
}
