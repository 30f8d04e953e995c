package shop;

import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.time.Duration;

class Stock {
    private int count;

    @Coroutine
    Async<Integer> take() {
        synchronized (this) {
            await(sleep(Duration.ofMillis(5)));
            count--;
        }
        return Async.of(count);
    }
}
