import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

/** One coroutine awaits another one that sleeps. */
class P004_49_PrintSum {

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock))) {
            loop.runUntilComplete(printSum(1, 2));
        }
        if (!clock.elapsed().equals(Duration.ofSeconds(1))) {
            throw new AssertionError("it took " + clock.elapsed());
        }
    }

    @Coroutine
    static Async<Integer> compute(int x, int y) {
        System.out.println("Compute " + x + " + " + y + " ...");
        await(sleep(Duration.ofSeconds(1)));
        return of(x + y);
    }

    @Coroutine
    static Async<Void> printSum(int x, int y) {
        int result = await(compute(x, y));
        System.out.println(x + " + " + y + " = " + result);
        return done();
    }
}
