package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

// plain: no, the calls are on the stack
// needs: -g
/** The stack trace of a failure names the coroutines that await, innermost first, with the lines of their awaits. */
class StackTraceNamesTheAwaiting {
    @Coroutine
    static Async<Void> inner() {
        await(turn());
        throw new IllegalStateException("deep");
    }

    @Coroutine
    static Async<Void> middle() {
        await(turn());
        await(inner());
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        try {
            await(middle());
        } catch (IllegalStateException e) {
            int start = e.getStackTrace()[0].getLineNumber();
            for (StackTraceElement element : e.getStackTrace()) {
                if (element.getClassName().contains("StackTraceNames") && element.getLineNumber() > 0
                        && !element.getMethodName().equals("main")) {
                    System.out.println(element.getMethodName() + " +" + (element.getLineNumber() - start));
                }
            }
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: inner +0
// expect: middle +6
// expect: program +13
