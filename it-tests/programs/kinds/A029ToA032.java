package kinds;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.util.ArrayList;
import java.util.List;

// plain: no, a driver of its own starts the coroutine
/** Behaviours: coroutines driven by hand, awaits in finally, awaits in arguments. */
class A029ToA032 {
    static final List<String> TRAIL = new ArrayList<>();

    /** Starts a coroutine without a loop, and notes its end. */
    static class ByHand extends Driver {
        void advance(Async<?> coroutine) {
            TRAIL.add("advance");
            start(Context.current(), coroutine);
            TRAIL.add("advanced");
        }

        @Override
        public void wake() {
            TRAIL.add("woken");
        }

        @Override
        protected void returned(Object value) {
            TRAIL.add("end with " + value);
        }

        @Override
        protected void failed(Throwable failure) {
            TRAIL.add("failed with " + failure.getMessage());
        }

        @Override
        protected void suspended(Suspension awaited) {
            TRAIL.add("suspended");
        }
    }

    @Coroutine
    static Async<String> downloaded(String url, boolean fails) {
        TRAIL.add(url + await(Async.of("/")));
        if (fails) {
            throw new IllegalStateException("no " + url);
        }
        return Async.of("done " + url);
    }

    static void a029_drivenByHandItEndsAtOnceWithItsResult() {
        new ByHand().advance(downloaded("a", false));
        new ByHand().advance(downloaded("b", true));
        System.out.println("a029 " + TRAIL);
    }

    @Coroutine
    static Async<Void> cleaned() {
        try {
            await(failing(new IllegalStateException("body")));
        } finally {
            TRAIL.add("cleaning");
            await(turn());
            try {
                await(failing(new IllegalArgumentException("swallowed")));
            } catch (IllegalArgumentException e) {
                TRAIL.add(await(later("clean")));
            } finally {
                await(turn());
            }
        }
        return done();
    }

    @Coroutine
    static Async<Void> a031_cleanUpIsOverBeforeTheFailureArrives() {
        try {
            await(cleaned());
        } catch (IllegalStateException e) {
            System.out.println("a031 " + TRAIL + " " + e.getMessage());
        }
        return done();
    }

    static <T> T note(String name, T value) {
        TRAIL.add(name);
        return value;
    }

    static String join(int a, long b, String c, double d, Object e) {
        return a + " " + b + " " + c + " " + d + " " + e;
    }

    @Coroutine
    static Async<Void> a032_argumentsAreAwaitedFromLeftToRight() {
        System.out.println("a032 " + join(
                await(later(note("a", 1))),
                note("b", 2L) + await(later(note("b'", 20L))),
                note("c", "x") + await(later(note("c'", "y"))),
                await(later(note("d", 0.5))),
                new Object[] {await(later(note("e", null))), note("f", 7)}.length)
                + " " + TRAIL);
        return done();
    }

    public static void main(String[] args) {
        a029_drivenByHandItEndsAtOnceWithItsResult();
        TRAIL.clear();
        run(a031_cleanUpIsOverBeforeTheFailureArrives());
        TRAIL.clear();
        run(a032_argumentsAreAwaitedFromLeftToRight());
    }
}
// expect: a029 [advance, a/, end with done a, advanced, advance, b/, failed with no b, advanced]
// expect: a031 [cleaning, clean] body
// expect: a032 1 22 xy 0.5 2 [a, b, b', c, c', d, e, f]
