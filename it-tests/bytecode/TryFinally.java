import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.it.program.Turns.later;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Awaits in a try, its catch and its finally: the ranges go around the code that saves and resumes. */
class TryFinally {

    @Coroutine
    static Async<Integer> guarded(int a) {
        int result;
        try {
            result = await(later(a));
        } catch (IllegalStateException e) {
            result = await(later(-1));
        } finally {
            await(later(0));
        }
        return of(result);
    }
}
