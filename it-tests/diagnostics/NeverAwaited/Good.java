import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Good {
    @Coroutine
    Async<Void> save(String text) {
        return done();
    }

    @Coroutine
    Async<Void> close() {
        await(save("last words"));
        return done();
    }
}
