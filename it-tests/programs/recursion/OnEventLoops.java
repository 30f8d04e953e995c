package recursion;

import static dev.reprise.Async.*;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Task;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Deep down no other task gets a turn on the way, a task there is cancelled, a future's coroutine goes there. */
class OnEventLoops {
    static final int DEPTH = 100_000;

    static int finals;

    @Coroutine
    static Async<Integer> count(int n) {
        return of(n == 0 ? 0 : await(count(n - 1)) + 1);
    }

    @Coroutine
    static Async<Integer> sleeper(int n) {
        try {
            if (n == 0) {
                await(sleep(Duration.ofDays(1)));
            }
            return of(n == 0 ? 0 : await(sleeper(n - 1)) + 1);
        } finally {
            finals++;
        }
    }

    @Coroutine
    static CompletableFuture<Integer> future() {
        return CompletableFuture.completedFuture(await(count(DEPTH)));
    }

    @Coroutine
    static Async<Void> other() {
        System.out.println("other");
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        Task<Void> other = EventLoop.current().createTask(other());
        System.out.println(await(count(DEPTH)));
        await(other);
        CompletableFuture<Integer> future = future();
        System.out.println(future.isDone() + " " + await(future));
        Task<Integer> sleeper = EventLoop.current().createTask(sleeper(1_000_000));
        await(sleep(Duration.ZERO));
        System.out.println(sleeper.toString().length() < 200);
        sleeper.cancel();
        try {
            await(sleeper);
        } catch (Cancelled e) {
            System.out.println("cancelled " + finals);
        }
        return done();
    }

    public static void main(String[] args) throws InterruptedException {
        Thread small = new Thread(null, () -> EventLoop.run(program()), "small", 512 << 10);
        small.start();
        small.join();
    }
}
// plain: no, the stack of plain calls overflows
// expect: 100000
// expect: other
// expect: true 100000
// expect: true
// expect: cancelled 1000001
