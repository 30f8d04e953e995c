package asyncwith;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncCloseable;
import dev.reprise.Coroutine;
import java.util.Arrays;

/** The close of an AsyncCloseable is waited for: in reverse order, on every way out, with failures suppressed. */
class A110_ClosedInReverseOrder {
    static class Resource implements AsyncCloseable {
        final String name;
        final boolean failsToClose;

        Resource(String name, boolean failsToClose) {
            this.name = name;
            this.failsToClose = failsToClose;
            System.out.println("open " + name);
        }

        @Override
        @Coroutine
        public Async<Void> closeAsync() {
            System.out.println("closing " + name);
            await(turn());
            System.out.println("closed " + name + await(later("")));
            if (failsToClose) {
                await(failing(new IllegalStateException("close " + name + " failed")));
            }
            return done();
        }
    }

    /** A subclass of a subclass, which inherits everything. */
    static final class Sub extends Resource {
        Sub(String name) {
            super(name, false);
        }
    }

    @Coroutine
    static Async<Resource> open(String name, boolean failsToClose) {
        await(turn());
        return Async.of(name == null ? null : new Resource(name, failsToClose));
    }

    @Coroutine
    static Async<Integer> use(boolean fails, boolean failsToClose) {
        try (Resource a = await(open("a", failsToClose));
                Resource none = await(open(null, false));
                var b = await(open("b", failsToClose))) {
            System.out.println("body " + a.name + none + b.name);
            if (fails) {
                await(failing(new IllegalArgumentException("body failed")));
            }
            return Async.of(await(later(1)));
        } catch (IllegalArgumentException e) {
            System.out.println("caught " + e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
            return Async.of(await(later(2)));
        } finally {
            System.out.println("finally " + await(later(failsToClose)));
        }
    }

    @Coroutine
    static Async<Integer> waysOut() {
        int rounds = 0;
        outer:
        while (true) {
            rounds++;
            try (Sub sub = new Sub("round " + rounds)) {
                if (rounds == 1) {
                    continue;
                }
                if (rounds == 2) {
                    continue outer;
                }
                try (AsyncCloseable inner = new Resource("inner", false)) {
                    if (rounds == 3) {
                        break outer;
                    }
                }
            }
        }
        try (var last = new Sub("last")) {
            return Async.of(rounds);
        }
    }

    @Coroutine
    static <T extends Resource & Comparable<T>> Async<Void> generic(T first, AsyncCloseable second) {
        try (first) {
            System.out.println("generic body");
        }
        second.close();
        System.out.println("closed by hand");
        AsyncCloseable local = new AsyncCloseable() {
            @Override
            @Coroutine
            public Async<Void> closeAsync() {
                await(turn());
                System.out.println("anonymous closed");
                return done();
            }
        };
        local.close();
        class Local extends Resource {
            Local() {
                super("local", false);
            }

            @Coroutine
            Async<Void> closeMyself() {
                close();
                System.out.println("local done");
                return done();
            }
        }
        try (var it = new Local()) {
            await(it.closeMyself());
        }
        return done();
    }

    static final class Ordered extends Resource implements Comparable<Ordered> {
        Ordered() {
            super("ordered", false);
        }

        @Override
        public int compareTo(Ordered other) {
            return 0;
        }
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(use(false, false)));
        System.out.println(await(use(true, true)));
        try {
            await(use(false, true));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + Arrays.toString(e.getSuppressed()));
        }
        System.out.println(await(waysOut()));
        await(generic(new Ordered(), new Sub("second")));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: open a
// expect: open b
// expect: body anullb
// expect: closing b
// expect: closed b
// expect: closing a
// expect: closed a
// expect: finally false
// expect: 1
// expect: open a
// expect: open b
// expect: body anullb
// expect: closing b
// expect: closed b
// expect: closing a
// expect: closed a
// expect: caught body failed [java.lang.IllegalStateException: close b failed, java.lang.IllegalStateException: close a failed]
// expect: finally true
// expect: 2
// expect: open a
// expect: open b
// expect: body anullb
// expect: closing b
// expect: closed b
// expect: closing a
// expect: closed a
// expect: finally true
// expect: close b failed [java.lang.IllegalStateException: close a failed]
// expect: open round 1
// expect: closing round 1
// expect: closed round 1
// expect: open round 2
// expect: closing round 2
// expect: closed round 2
// expect: open round 3
// expect: open inner
// expect: closing inner
// expect: closed inner
// expect: closing round 3
// expect: closed round 3
// expect: open last
// expect: closing last
// expect: closed last
// expect: 3
// expect: open ordered
// expect: open second
// expect: generic body
// expect: closing ordered
// expect: closed ordered
// expect: closing second
// expect: closed second
// expect: closed by hand
// expect: anonymous closed
// expect: open local
// expect: closing local
// expect: closed local
// expect: local done
// expect: closing local
// expect: closed local
