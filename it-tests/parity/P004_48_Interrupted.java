import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;
import static dev.reprise.Async.waitUntil;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.Until;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The program is interrupted while it waits for three tasks, one of which has ended: it cancels all of them. */
class P004_48_Interrupted {

    public static void main(String[] args) {
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()))) {
            List<Task<Void>> pages = new ArrayList<>();
            for (int seconds = 1; seconds <= 3; seconds++) {
                pages.add(loop.createTask(page(seconds)));
            }
            List<Task<?>> all = new ArrayList<>();
            all.add(loop.createTask(waitUntil(Until.ALL, pages)));
            all.addAll(pages);
            loop.callLater(Duration.ofMillis(1500), loop::stop);
            loop.runForever();
            for (Task<?> task : all) {
                System.out.println("cancel task");
                System.out.println(task.cancel() ? "True" : "False");
            }
        }
    }

    @Coroutine
    static Async<Void> page(int seconds) {
        System.out.println("waiting");
        await(sleep(Duration.ofSeconds(seconds)));
        System.out.println("done after " + seconds + "s");
        return done();
    }
}
