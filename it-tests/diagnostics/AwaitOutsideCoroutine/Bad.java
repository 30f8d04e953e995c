import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Bad {
    @Coroutine
    Async<Integer> load() {
        return Async.of(1);
    }

    int twice() {
        return 2 * await(load()); // error: [AwaitOutsideCoroutine] await(...) cannot suspend here: twice() is not a coroutine. Declare it as @Coroutine Async<Integer> twice.
    }
}
