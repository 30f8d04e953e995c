import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.time.Duration;

class Good {
    @Coroutine
    Async<Void> blink() {
        System.out.println("on");
        await(Async.sleep(Duration.ofMillis(500)));
        System.out.println("off");
        return done();
    }
}
