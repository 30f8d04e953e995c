package scopes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.later;
import static dev.reprise.it.program.Turns.turn;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.TaskGroup;
import dev.reprise.Timeout;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

// plain: no, children run beside the block
/** However a block is left, its children are cancelled and waited for first, and variables keep their values. */
class WaysOutOfABlock {
    static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    static int alive;

    @Coroutine
    static Async<Void> child() {
        alive++;
        try {
            await(sleep(seconds(1000)));
        } catch (Cancelled e) {
            await(shield(sleep(seconds(1))));
            alive--;
            throw e;
        }
        return done();
    }

    @Coroutine
    static Async<String> loop() {
        String trail = "";
        long wide = 1L << 40;
        outer:
        for (int i = 0; ; i++) {
            try (var group = TaskGroup.open();
                    var limit = Timeout.after(seconds(100))) {
                group.fork(child());
                await(sleep(seconds(1)));
                trail += i + ":" + alive + await(later(" "));
                switch (i) {
                    case 0:
                        continue;
                    case 1:
                        continue outer;
                    case 2:
                        throw new IllegalStateException("thrown");
                    case 3:
                        break outer;
                    default:
                        return Async.of("never");
                }
            } catch (IllegalStateException e) {
                trail += e.getMessage() + ":" + alive + await(later(" "));
            } finally {
                wide++;
                trail += alive;
                await(turn());
                trail += "f ";
            }
        }
        return Async.of(trail + (wide - (1L << 40)));
    }

    @Coroutine
    static Async<String> returned(String prefix) {
        try (var group = TaskGroup.open()) {
            group.fork(child());
            await(sleep(seconds(1)));
            return Async.of(prefix + alive + await(later("!")));
        } finally {
            System.out.println("alive at the end: " + alive);
        }
    }

    @Coroutine
    static Async<String> inAnExpression() {
        return Async.of("<" + await(later("a")) + await(returned("b")) + await(TaskGroup.<String, RuntimeException>run(group -> {
            group.fork(sleep(seconds(2)));
            await(turn());
            return returned("c");
        })) + ">");
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(loop()));
        System.out.println(await(returned("")));
        System.out.println(await(timeout(seconds(1000), inAnExpression())));
        return done();
    }

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        EventLoop.run(LoopOptions.defaults().clock(clock), program());
        System.out.println(clock.elapsed());
    }
}
// expect: 0:1 0f 1:1 0f 2:1 thrown:0 0f 3:1 0f 4
// expect: alive at the end: 0
// expect: 1!
// expect: alive at the end: 0
// expect: alive at the end: 0
// expect: <ab1!c1!>
// expect: PT14S
