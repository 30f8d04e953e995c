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
import dev.reprise.TimedOut;
import dev.reprise.Timeout;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

// plain: no, time passes
/** Blocks with time limits, one in another, around loops and left in every way. */
class A076ToA079 {
    static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Coroutine
    static Async<Void> expires() {
        Timeout seen = null;
        try (var limit = Timeout.after(seconds(2))) {
            seen = limit;
            await(turn());
            await(sleep(seconds(9)));
        } catch (TimedOut e) {
            System.out.println("expired " + seen.expired() + ", because of " + e.getCause().getClass().getSimpleName());
        } finally {
            System.out.println("finally" + await(later("")));
        }
        return done();
    }

    @Coroutine
    static Async<Void> outerExpires() {
        Timeout inside = null;
        try (var outer = Timeout.after(seconds(2))) {
            try (var inner = Timeout.after(seconds(5))) {
                inside = inner;
                await(sleep(seconds(9)));
            } catch (TimedOut e) {
                System.out.println("never printed");
            } catch (Cancelled e) {
                System.out.println("inner expired " + inside.expired());
                throw e;
            }
        } catch (TimedOut e) {
            System.out.println("outer timed out");
        }
        return done();
    }

    @Coroutine
    static Async<Integer> innerExpires() {
        double sum = 0;
        try (var outer = Timeout.after(seconds(100))) {
            for (int i = 1; i <= 4; i++) {
                try (var inner = Timeout.after(seconds(i))) {
                    sum += await(later(i)) * (i % 2 == 0 ? 1 : await(sleep(seconds(9), 1)));
                    if (i == 2) {
                        continue;
                    }
                    break;
                } catch (TimedOut e) {
                    sum += await(later(100));
                }
            }
            return Async.of((int) sum);
        }
    }

    @Coroutine
    static Async<Void> zero() {
        try (var limit = Timeout.after(Duration.ZERO)) {
            System.out.println("nothing suspends here");
        }
        try (var limit = Timeout.after(Duration.ZERO)) {
            await(sleep(Duration.ZERO));
            System.out.println("never printed");
        } catch (TimedOut e) {
            System.out.println("suspended once");
        }
        return done();
    }

    @Coroutine
    static Async<String> foreign() {
        try (var limit = Timeout.after(seconds(5))) {
            return Async.of(await(sleep(seconds(4), "never")));
        }
    }

    @Coroutine
    static Async<Void> program() {
        await(expires());
        await(outerExpires());
        System.out.println(await(innerExpires()));
        await(zero());
        Task<String> task = EventLoop.current().createTask(foreign());
        await(sleep(seconds(1)));
        task.cancel("not of the limit");
        try {
            await(task);
        } catch (Cancelled e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        EventLoop.run(LoopOptions.defaults().clock(clock), program());
        System.out.println(clock.elapsed());
    }
}
// expect: expired true, because of Cancelled
// expect: finally
// expect: inner expired false
// expect: outer timed out
// expect: 206
// expect: nothing suspends here
// expect: suspended once
// expect: not of the limit
// expect: PT9S
