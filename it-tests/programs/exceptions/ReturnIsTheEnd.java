package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A coroutine has returned when every finally block and every close has run, however long these wait. */
class ReturnIsTheEnd {
    static void log(String s) {
        System.out.println(s);
    }

    @Coroutine
    static Async<String> logged(String s) {
        await(turn());
        log(s);
        return of(s);
    }

    record Resource(String name) implements AutoCloseable {
        @Override
        public void close() {
            log("close " + name);
        }
    }

    @Coroutine
    static Async<String> nested() {
        try {
            try {
                try {
                    return of(await(logged("value")));
                } finally {
                    await(logged("inner"));
                }
            } finally {
                log("middle");
                await(turn());
            }
        } finally {
            await(logged("outer"));
        }
    }

    @Coroutine
    static Async<String> resources() {
        try (Resource a = new Resource("a");
                Resource b = new Resource(await(logged("b")))) {
            return of(a.name() + await(later(b.name())));
        } finally {
            await(logged("after close"));
        }
    }

    @Coroutine
    @SuppressWarnings("finally")
    static Async<String> overriding() {
        try {
            return of(await(logged("first")));
        } finally {
            return of(await(logged("second")));
        }
    }

    @Coroutine
    static Async<String> throwingFinally() {
        try {
            return of(await(logged("lost")));
        } finally {
            await(turn());
            if (await(later(true))) {
                throw new IllegalStateException("of finally");
            }
        }
    }

    @Coroutine
    static Async<String> valueIsTakenBefore() {
        StringBuilder text = new StringBuilder("x");
        String value = "before";
        try {
            return of(value + await(later(text)));
        } finally {
            text.append(await(later("y")));
            value = await(later("after"));
            log(value + text);
        }
    }

    @Coroutine
    static Async<Void> program() {
        log("result " + await(nested()));
        log("result " + await(resources()));
        log("result " + await(overriding()));
        try {
            log("result " + await(throwingFinally()));
        } catch (IllegalStateException e) {
            log("failed: " + e.getMessage());
        }
        log("result " + await(valueIsTakenBefore()));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
/* expect:
value
inner
middle
outer
result value
b
close b
close a
after close
result ab
first
second
result second
lost
failed: of finally
afterxy
result beforex
*/
