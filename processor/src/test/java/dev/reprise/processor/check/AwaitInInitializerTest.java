package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class AwaitInInitializerTest {

    @Test
    void namesTheInitializer() {
        check("""
                int field = await(Async.of(1)); // error: [AwaitInInitializer] await(...) cannot suspend here: the initialiser of field field has to be finished
                static {
                    await(done()); // error: [AwaitInInitializer] await(...) cannot suspend here: the static initialiser of Snippet
                }
                {
                    await(done()); // error: [AwaitInInitializer] await(...) cannot suspend here: the initialiser of Snippet
                }
                Snippet() {
                    await(done()); // error: [AwaitInInitializer] await(...) cannot suspend here: the constructor of Snippet
                }
                """);
    }

    @Test
    void knowsCompactConstructorsAndAnonymousClasses() {
        check("""
                record Point(int x) {
                    Point {
                        await(done()); // error: [AwaitInInitializer] await(...) cannot suspend here: the constructor of Point
                    }
                }
                Object anonymous = new Object() {
                    {
                        await(done()); // error: [AwaitInInitializer] await(...) cannot suspend here: the initialiser of an anonymous class
                    }
                };
                """);
    }

    @Test
    void acceptsACoroutineLambdaInAField() {
        check("""
                static final Supplier<Async<Void>> LATER = () -> {
                    await(done());
                    return done();
                };
                """);
    }
}
