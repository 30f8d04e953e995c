package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Coroutine;

/** A failure raised at a resumption is seen by exactly the handlers around that await. */
class CatchRangesAroundSuspension {
    @Coroutine
    static Async<String> which(int n) {
        String s = "";
        try {
            s += await(n == 0 ? fails("zero") : later("0"));
        } catch (IllegalStateException e) {
            s += "[" + e.getMessage() + "]";
        }
        s += await(n == 5 ? later("x") : later("-"));
        try {
            s += await(n == 1 ? fails("one") : later("1"));
            try {
                s += await(n == 2 ? fails("two") : later("2")) + await(n == 3 ? fails("three") : later("3"));
            } catch (IllegalStateException e) {
                s += "(" + e.getMessage() + await(n == 3 ? fails("inside") : later("")) + ")";
            }
            s += await(n == 4 ? fails("four") : later("4"));
        } catch (IllegalStateException e) {
            s += "{" + e.getMessage() + "}";
        }
        return Async.of(s);
    }

    static Awaitable<String> fails(String message) {
        return failing(new IllegalStateException(message));
    }

    @Coroutine
    static Async<Void> program() {
        for (int n = 0; n < 6; n++) {
            System.out.println(await(which(n)));
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: [zero]-1234
// expect: 0-{one}
// expect: 0-1(two)4
// expect: 0-1{inside}
// expect: 0-123{four}
// expect: 0x1234
