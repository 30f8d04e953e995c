import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.TaskGroup;
import dev.reprise.sync.Semaphore;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

/** Twenty pages are fetched, three at a time. */
class P004_37_Spiders {

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        EventLoop.run(LoopOptions.defaults().clock(clock), crawl());
        if (!clock.elapsed().equals(Duration.ofSeconds(14))) {
            throw new AssertionError("it took " + clock.elapsed());
        }
    }

    @Coroutine
    static Async<Void> fetch(Semaphore limit) {
        try (var permit = await(limit.acquire())) {
            await(sleep(Duration.ofSeconds(2)));
            System.out.println("got html text success");
        }
        return done();
    }

    @Coroutine
    static Async<Void> crawl() {
        Semaphore limit = new Semaphore(3);
        try (var group = TaskGroup.open()) {
            for (int i = 0; i < 20; i++) {
                group.fork(fetch(limit));
            }
            await(group.join());
        }
        return done();
    }
}
