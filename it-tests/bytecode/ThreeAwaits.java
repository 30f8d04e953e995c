import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.it.program.Turns.later;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Three calls in a row, of a coroutine that may suspend. */
class ThreeAwaits {

    @Coroutine
    static Async<Integer> three(int a, int b) {
        int x = await(add(a, b));
        int y = await(add(x, b));
        int z = await(add(x, y));
        return of(x + y + z);
    }

    @Coroutine
    static Async<Integer> add(int a, int b) {
        return of(await(later(a + b)));
    }
}
