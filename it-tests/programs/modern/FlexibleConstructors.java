package modern;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

// release: 25
/** Statements before super(), module-independent Java 25 syntax, beside coroutines. */
class FlexibleConstructors {
    static class Base {
        final int n;

        Base(int n) {
            this.n = n;
        }
    }

    static class Derived extends Base {
        final String s;

        Derived(String text) {
            int length = text.length();
            this.s = text + length;
            super(length);
        }

        @Coroutine
        Async<String> both() {
            return Async.of(s + await(later(n)));
        }
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(new Derived(await(later("abc"))).both()));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: abc33
