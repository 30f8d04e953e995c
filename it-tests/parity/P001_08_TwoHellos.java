import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

/** Two coroutines sleep for a second at the same time, on the same thread. */
class P001_08_TwoHellos {

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock))) {
            loop.runUntilComplete(gather(hello(), hello()));
        }
        if (!clock.elapsed().equals(Duration.ofSeconds(1))) {
            throw new AssertionError("together they took " + clock.elapsed());
        }
    }

    @Coroutine
    static Async<Void> hello() {
        System.out.println("Hello world! (" + Thread.currentThread() + ")");
        await(sleep(Duration.ofSeconds(1)));
        System.out.println("Hello again! (" + Thread.currentThread() + ")");
        return done();
    }
}
