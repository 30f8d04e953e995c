import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

interface Good {
    Async<String> load(String id);

    @Coroutine
    default Async<String> loadTwice(String id) {
        return Async.of(await(load(id)) + await(load(id)));
    }
}
