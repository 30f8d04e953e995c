package scopes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.later;
import static dev.reprise.it.program.Turns.turn;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.TaskGroup;
import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.time.Duration;

// plain: no, children run beside the block
/** Ended groups take no children; after a caught failure life goes on; nested groups; both at once. */
class A072ToA075 {
    static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Coroutine
    static Async<String> failing(String message, int seconds) throws IOException {
        await(sleep(seconds(seconds)));
        throw new IOException(message + await(later("")));
    }

    @Coroutine
    static Async<String> stubborn(String message) throws IOException {
        try {
            await(sleep(seconds(100)));
        } catch (Cancelled e) {
            throw new IOException(message);
        }
        return Async.of("");
    }

    @Coroutine
    static Async<Void> tooLate() throws IOException {
        TaskGroup ended;
        try (var group = TaskGroup.open()) {
            ended = group;
            await(turn());
        }
        try {
            ended.fork(failing("never started", 1));
        } catch (IllegalStateException e) {
            System.out.println("refused");
        }
        try (var group = TaskGroup.open()) {
            group.fork(failing("first", 1));
            try {
                await(sleep(seconds(9)));
            } catch (Cancelled e) {
                try {
                    group.fork(failing("never started", 1));
                } catch (IllegalStateException refused) {
                    System.out.println("refused while shutting down");
                }
                throw e;
            }
        }
        return done();
    }

    @Coroutine
    static Async<Integer> lifeGoesOn() {
        int caught = 0;
        for (int i = 0; i < 3; i++) {
            try (var group = TaskGroup.open()) {
                group.fork(failing("round " + i, 1));
                await(sleep(seconds(9)));
            } catch (IOException e) {
                caught += await(later(1));
                await(sleep(seconds(1)));
                System.out.println(e.getMessage() + ", requests: "
                        + EventLoop.current().currentTask().cancelling());
            }
        }
        return Async.of(caught);
    }

    @Coroutine
    static Async<Void> nested() throws IOException {
        IOException inside = null;
        try (var outer = TaskGroup.open()) {
            outer.fork(stubborn("sibling gives up"));
            try (var inner = TaskGroup.open()) {
                inner.fork(failing("inner child", 1));
                await(inner.join());
            } catch (IOException e) {
                inside = e;
                await(turn());
                throw e;
            }
        } catch (IOException e) {
            System.out.println(e.getMessage() + ", the same: " + (e == inside) + ", with "
                    + e.getSuppressed()[0].getMessage());
        }
        return done();
    }

    @Coroutine
    static Async<Void> both() {
        try (var group = TaskGroup.open()) {
            group.fork(stubborn("failed while it was cancelled"));
            await(group.join());
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        try {
            await(sleep(seconds(1)));
        } catch (Cancelled e) {
            System.out.println("not lost: " + e.getMessage());
        }
        await(sleep(seconds(1)));
        System.out.println("and raised once");
        return done();
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        try {
            await(tooLate());
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(await(lifeGoesOn()));
        await(nested());
        Task<Void> task = EventLoop.current().createTask(both());
        await(sleep(seconds(1)));
        task.cancel("from outside");
        await(task);
        return done();
    }

    public static void main(String[] args) throws IOException {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program());
    }
}
// expect: refused
// expect: refused while shutting down
// expect: first
// expect: round 0, requests: 0
// expect: round 1, requests: 0
// expect: round 2, requests: 0
// expect: 3
// expect: inner child, the same: true, with sibling gives up
// expect: failed while it was cancelled
// expect: not lost: from outside
// expect: and raised once
