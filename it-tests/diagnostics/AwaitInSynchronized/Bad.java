import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Bad {
    private String page = "";

    @Coroutine
    Async<String> load(Async<String> source) {
        synchronized (this) {
            page = await(source); // error: [AwaitInSynchronized] await(...) cannot suspend here: a monitor belongs to a thread
        }
        return Async.of(page);
    }
}
