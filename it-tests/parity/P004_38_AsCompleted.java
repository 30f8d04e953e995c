import static dev.reprise.Async.asCompleted;
import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.sync.Semaphore;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.List;

/** Pages are fetched two at a time, and shown in the order in which they come. */
class P004_38_AsCompleted {

    public static void main(String[] args) {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), show());
    }

    @Coroutine
    static Async<Integer> page(int seconds, Semaphore limit) {
        try (var permit = await(limit.acquire())) {
            await(sleep(Duration.ofSeconds(seconds)));
            System.out.println("get page " + seconds);
            return Async.of(seconds);
        }
    }

    @Coroutine
    static Async<Void> show() {
        Semaphore limit = new Semaphore(2);
        for (var task : await(asCompleted(List.of(page(3, limit), page(2, limit), page(4, limit))))) {
            System.out.println("get " + task.result() + " page success");
        }
        return done();
    }
}
