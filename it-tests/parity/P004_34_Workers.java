import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.sync.Queue;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

// ignored: 线程\d+|<Thread\(.*?\)>|Task [^,\]]*
/** Five workers and twenty jobs in a queue. Who does which job is up to the scheduler, with Python's threads even more. */
class P004_34_Workers {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private static final int NONE = 0;

    private final Queue<Integer> jobs = Queue.unbounded();
    private final int[] done = new int[6];

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        P004_34_Workers program = new P004_34_Workers();
        EventLoop.run(LoopOptions.defaults().clock(clock), program.run());
        if (!clock.elapsed().equals(Duration.ofMillis(20 * 500 + 500))) {
            throw new AssertionError("it took " + clock.elapsed());
        }
        if (IntStream.rangeClosed(1, 5).anyMatch(worker -> program.done[worker] != 4)) {
            throw new AssertionError("somebody waited in vain");
        }
    }

    @Coroutine
    Async<Void> worker(int number) {
        while (true) {
            int job = await(jobs.get());
            if (job == NONE) {
                System.out.println("线程" + number + "发现了一个None,可以休息了^-^");
                return done();
            }
            await(sleep(HALF_A_SECOND));
            done[number]++;
            System.out.println("线程" + number + "将任务<" + job + ">完成了！");
            jobs.taskDone();
        }
    }

    @Coroutine
    Async<Void> run() {
        List<Task<Void>> workers = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            workers.add(EventLoop.current().createTask(worker(number)));
        }
        for (int job = 1; job <= 20; job++) {
            await(sleep(HALF_A_SECOND));
            jobs.add(job);
        }
        await(jobs.join());
        System.out.println("-----工作都完成了-----");
        for (Task<Void> worker : workers) {
            jobs.add(NONE);
        }
        await(gather(workers));
        System.out.println(workers);
        return done();
    }
}
