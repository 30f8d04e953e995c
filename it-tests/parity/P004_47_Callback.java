import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

/** A callback is called when a task has ended. */
class P004_47_Callback {

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        String url = "http://www.baidu.com";
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock))) {
            Task<Void> task = loop.createTask(page(url));
            task.onDone(done -> System.out.println("done:  " + url));
            loop.runUntilComplete(task);
        }
        System.out.println(clock.elapsed().toMillis() / 1000.0);
    }

    @Coroutine
    static Async<Void> page(String url) {
        System.out.println("start get:  " + url);
        await(sleep(Duration.ofSeconds(2)));
        System.out.println("end get:  " + url);
        return done();
    }
}
