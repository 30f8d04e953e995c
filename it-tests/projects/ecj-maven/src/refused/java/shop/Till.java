package shop;

import static dev.reprise.Async.await;
import static dev.reprise.Async.of;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Till {
    @Coroutine
    Async<Integer> open() {
        synchronized (this) {
            return of(await(of(1)));
        }
    }
}
