package scopes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.later;
import static dev.reprise.it.program.Turns.turn;

import dev.reprise.Async;
import dev.reprise.CancelScope;
import dev.reprise.Cancelled;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.TaskGroup;
import dev.reprise.TimedOut;
import dev.reprise.Timeout;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

// plain: no, time passes
/** Clean-up that awaits stands in a shield; requests from outside take effect at the first suspension after it. */
class ShieldedRegions {
    static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Coroutine
    static Async<Integer> worker(String name, int step) {
        int steps = 0;
        try {
            await(sleep(seconds(50)));
        } finally {
            try (var shield = CancelScope.shield().enter()) {
                for (int i = 0; i < 2; i++) {
                    await(sleep(seconds(step)));
                    steps += await(later(1));
                }
                System.out.println(name + " cleaned in " + steps);
            }
        }
        return Async.of(steps);
    }

    @Coroutine
    static Async<Void> inAGroupInALimit() {
        try (var limit = Timeout.after(seconds(3))) {
            try (var group = TaskGroup.open()) {
                group.fork(worker("child", 1));
                await(worker("block", 2));
            }
        } catch (TimedOut e) {
            System.out.println("timed out");
        }
        return done();
    }

    @Coroutine
    static Async<Void> held() {
        try (var shield = CancelScope.shield().enter()) {
            await(sleep(seconds(5)));
            await(turn());
            System.out.println("undisturbed, requests: "
                    + EventLoop.current().currentTask().cancelling());
        }
        System.out.println("still running");
        try {
            await(sleep(seconds(5)));
        } catch (Cancelled e) {
            System.out.println("after the shield: " + e.getMessage());
        }
        return done();
    }

    @Coroutine
    static Async<Void> hangs() {
        try (var outer = CancelScope.create().enter()) {
            outer.cancel("over");
            try (var shield = CancelScope.shield().deadline(seconds(2)).enter()) {
                try {
                    await(sleep(seconds(1000)));
                } catch (Cancelled e) {
                    System.out.println(e.getMessage());
                    throw e;
                }
            } catch (Cancelled e) {
                System.out.println("the clean-up has its own limit");
            }
            try {
                await(sleep(seconds(1)));
            } catch (Cancelled e) {
                System.out.println("outside it is " + e.getMessage());
            }
        }
        await(sleep(seconds(1)));
        return done();
    }

    @Coroutine
    static Async<String> absorbed() {
        CancelScope scope = CancelScope.create().deadline(seconds(1));
        String state = "left";
        try (var block = scope.enter()) {
            state += await(sleep(seconds(9), " too late"));
        } catch (Cancelled e) {
            scope.absorb(e);
            state += await(later(" by absorbing"));
        }
        return Async.of(state + ", caught: " + scope.isCaught());
    }

    @Coroutine
    static Async<Void> program() {
        await(inAGroupInALimit());
        Task<Void> task = EventLoop.current().createTask(held());
        await(sleep(seconds(1)));
        task.cancel("come out");
        await(task);
        await(hangs());
        System.out.println(await(absorbed()));
        return done();
    }

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        EventLoop.run(LoopOptions.defaults().clock(clock), program());
        System.out.println(clock.elapsed());
    }
}
// expect: child cleaned in 2
// expect: block cleaned in 2
// expect: timed out
// expect: undisturbed, requests: 1
// expect: still running
// expect: after the shield: come out
// expect: deadline exceeded
// expect: the clean-up has its own limit
// expect: outside it is over
// expect: left by absorbing, caught: true
// expect: PT16S
