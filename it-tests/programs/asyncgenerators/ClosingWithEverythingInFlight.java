package asyncgenerators;

import static dev.reprise.Async.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import dev.reprise.LoopOptions;
import dev.reprise.TaskGroup;
import dev.reprise.sync.Lock;
import dev.reprise.sync.Queue;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

// plain: no, plain Java has no loops
/** A program ends while its tasks wait for everything there is to wait for: every finally runs, with its awaits. */
class ClosingWithEverythingInFlight {
    static final CountDownLatch NEVER = new CountDownLatch(1);
    static final Lock LOCK = new Lock();
    static final Queue<String> QUEUE = Queue.unbounded();

    interface Step {
        Async<?> run();
    }

    @Coroutine
    static Async<Void> cleaned(String name, Step step) {
        try {
            await(step.run());
        } finally {
            await(shield(sleep(Duration.ofSeconds(1))));
            System.out.println(name + " is cleaned up");
        }
        return done();
    }

    @Coroutine
    @SuppressWarnings("try") // the permit is there to be held
    static Async<Void> holding() {
        try (var held = await(LOCK.acquire())) {
            await(sleep(Duration.ofDays(1)));
        }
        return done();
    }

    @Coroutine
    static Async<Void> inGroup() {
        try (var group = TaskGroup.open()) {
            group.fork(cleaned("child", () -> sleep(Duration.ofDays(1))));
            await(group.join());
        }
        return done();
    }

    @Coroutine
    static AsyncGenerator<Integer> numbers() {
        try {
            for (int i = 0; ; i++) {
                Generator.yield(i);
                await(sleep(Duration.ofDays(1)));
            }
        } finally {
            await(sleep(Duration.ofSeconds(1)));
            System.out.println("generator is cleaned up");
        }
    }

    @Coroutine
    static Async<Void> reading() {
        for (int number : await(numbers())) {
            System.out.println("read " + number);
        }
        return done();
    }

    static String never() {
        try {
            NEVER.await();
            return "";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Coroutine
    static Async<String> program() {
        EventLoop loop = EventLoop.current();
        loop.createTask(cleaned("sleep", () -> sleep(Duration.ofDays(1))));
        loop.createTask(cleaned("thread", () -> toThread(() -> never())));
        loop.createTask(cleaned("queue", () -> QUEUE.get()));
        loop.createTask(cleaned("holder", () -> holding()));
        loop.createTask(cleaned("lock", () -> LOCK.acquire()));
        loop.createTask(cleaned("group", () -> inGroup()));
        loop.createTask(cleaned("reader", () -> reading()));
        await(sleep(Duration.ZERO));
        await(sleep(Duration.ZERO));
        return Async.of("ended");
    }

    public static void main(String[] args) {
        System.out.println(EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program()));
        System.out.println("closed");
    }
}
// expect: read 0
// expect: sleep is cleaned up
// expect: thread is cleaned up
// expect: queue is cleaned up
// expect: holder is cleaned up
// expect: lock is cleaned up
// expect: child is cleaned up
// expect: generator is cleaned up
// expect: reader is cleaned up
// expect: group is cleaned up
// expect: ended
// expect: closed
