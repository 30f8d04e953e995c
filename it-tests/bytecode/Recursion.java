import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.it.program.Turns.later;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A call that may be part of a recursion watches the depth of the stack; one that cannot does not. */
class Recursion {

    @Coroutine
    static Async<Integer> sum(int n) {
        if (n == 0) {
            return of(await(zero()));
        }
        return of(n + await(sum(n - 1)));
    }

    @Coroutine
    static Async<Integer> zero() {
        return of(await(later(0)));
    }
}
