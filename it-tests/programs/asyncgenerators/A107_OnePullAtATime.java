package asyncgenerators;

import static dev.reprise.Async.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

// plain: no, plain Java has no generators
/** A second pull while one is under way fails, and the first completes. Cancelling it cancels the await inside. */
class A107_OnePullAtATime {
    static AsyncGenerator<Integer> itself;

    @Coroutine
    static AsyncGenerator<Integer> slow() {
        try {
            for (int i = 1; ; i++) {
                await(sleep(Duration.ofSeconds(1)));
                Generator.yield(i);
            }
        } catch (Error e) {
            System.out.println("inside: " + e.getClass().getSimpleName() + " " + e.getMessage());
            throw e;
        } finally {
            await(sleep(Duration.ofSeconds(1)));
            System.out.println("cleaned up");
        }
    }

    @Coroutine
    static AsyncGenerator<Integer> pullsItself() {
        try {
            await(itself.next());
        } catch (IllegalStateException e) {
            System.out.println("itself: " + itself.state());
        }
        Generator.yield(7);
        return Generator.end();
    }

    @Coroutine
    static Async<Void> refused(Async<?> pull) {
        try {
            await(pull);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        AsyncGenerator<Integer> generator = slow();
        Task<Integer> first = EventLoop.current().createTask(generator.next());
        await(sleep(Duration.ofMillis(500)));
        System.out.println(generator.state());
        await(refused(generator.next()));
        await(refused(generator.send("x")));
        await(refused(generator.closeAsync()));
        System.out.println(await(first) + " " + generator.state());

        Task<Integer> second = EventLoop.current().createTask(generator.next());
        await(sleep(Duration.ofMillis(500)));
        second.cancel("enough");
        try {
            await(second);
        } catch (Error e) {
            System.out.println(e.getMessage() + " " + generator.state());
        }
        itself = pullsItself();
        for (int i : await(itself)) {
            System.out.println(i);
        }
        return done();
    }

    public static void main(String[] args) {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program());
    }
}
// expect: RUNNING
// expect: async generator asyncgenerators.A107_OnePullAtATime.slow is already running: await one next(), send(), throwInto() or closeAsync() at a time
// expect: async generator asyncgenerators.A107_OnePullAtATime.slow is already running: await one next(), send(), throwInto() or closeAsync() at a time
// expect: async generator asyncgenerators.A107_OnePullAtATime.slow is already running: await one next(), send(), throwInto() or closeAsync() at a time
// expect: 1 SUSPENDED
// expect: inside: Cancelled enough
// expect: cleaned up
// expect: enough CLOSED
// expect: itself: RUNNING
// expect: 7
