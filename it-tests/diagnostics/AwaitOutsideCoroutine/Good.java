import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Good {
    @Coroutine
    Async<Integer> load() {
        return Async.of(1);
    }

    @Coroutine
    Async<Integer> twice() {
        return Async.of(2 * await(load()));
    }
}
