import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

/** A coroutine sleeps between two lines. */
class P003_06_Hello {

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock))) {
            loop.runUntilComplete(hello());
        }
        if (!clock.elapsed().equals(Duration.ofSeconds(1))) {
            throw new AssertionError("it took " + clock.elapsed());
        }
    }

    @Coroutine
    static Async<Void> hello() {
        System.out.println("Hello world!");
        await(sleep(Duration.ofSeconds(1)));
        System.out.println("Hello again!");
        return done();
    }
}
