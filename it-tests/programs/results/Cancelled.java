package results;

import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

// plain: no, time passes
/** A task is cancelled while it is in a body that returns a primitive, at every await there. */
class Cancelled {
    static final List<String> trail = new ArrayList<>();

    @Coroutine
    static Async<Long> slow(long n) {
        try {
            await(sleep(Duration.ofMillis(10)));
            return of(n * 10);
        } finally {
            trail.add("slow " + n);
            await(sleep(Duration.ofMillis(1)));
        }
    }

    @Coroutine
    static Async<Integer> counted(int n) {
        int sum = n;
        for (long i = 0; i < 3; i++) {
            try {
                sum += (int) (await(slow(i)) + await(slow(sum)));
            } catch (dev.reprise.Cancelled e) {
                trail.add("caught " + sum);
                return of(sum);
            }
        }
        return of(sum);
    }

    @Coroutine
    static Async<Void> program() {
        for (int after = 5; after < 80; after += 11) {
            Task<Integer> task = EventLoop.current().createTask(counted(1));
            await(sleep(Duration.ofMillis(after)));
            task.cancel();
            trail.add(after + ": " + await(task));
            System.out.println(trail);
            trail.clear();
        }
        return Async.done();
    }

    public static void main(String[] args) {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program());
    }
}
// expect: [slow 0, caught 1, 5: 1]
// expect: [slow 0, slow 1, caught 1, 16: 1]
// expect: [slow 0, slow 1, slow 1, caught 11, 27: 11]
// expect: [slow 0, slow 1, slow 1, slow 11, caught 11, 38: 11]
// expect: [slow 0, slow 1, slow 1, slow 11, slow 2, caught 131, 49: 131]
// expect: [slow 0, slow 1, slow 1, slow 11, slow 2, slow 131, caught 131, 60: 131]
// expect: [slow 0, slow 1, slow 1, slow 11, slow 2, slow 131, 71: 1461]
