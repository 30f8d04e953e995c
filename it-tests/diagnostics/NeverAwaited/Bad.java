import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Bad {
    @Coroutine
    Async<Void> save(String text) {
        return done();
    }

    @Coroutine
    Async<Void> close() {
        save("last words"); // warning: [NeverAwaited] save(String) makes a coroutine (Async<Void>) that nobody awaits, so it never runs.
        return done();
    }
}
