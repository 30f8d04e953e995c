package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A coroutine that returns null instead of an Async fails with its own name. */
class ReturnedNull {
    @Coroutine
    static Async<String> nothing() {
        await(later("1"));
        return null;
    }

    @Coroutine
    static Async<String> report() {
        try {
            return of(await(nothing()));
        } catch (NullPointerException e) {
            return of(e.getMessage());
        }
    }

    public static void main(String[] args) {
        System.out.println(run(report()));
    }
}
// plain: no, a plain method may return null
// expect: coroutine exceptions.ReturnedNull.nothing returned null: return Async.of(value), or Async.done() if it has no value
