import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Good {
    private String page = "";

    @Coroutine
    Async<String> load(Async<String> source) {
        String loaded = await(source);
        synchronized (this) {
            page = loaded;
        }
        return Async.of(loaded);
    }
}
