package asyncgenerators;

import static dev.reprise.Async.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import dev.reprise.LoopOptions;
import dev.reprise.TimedOut;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

// plain: no, plain Java has no generators
/** Each element has its own patience, and a generator that is too slow is cancelled where it waits. */
class TimeoutOfAnElement {
    @Coroutine
    static AsyncGenerator<Integer> slower() {
        try {
            for (int i = 1; i < 10; i++) {
                await(sleep(Duration.ofSeconds(i)));
                Generator.yield(i);
            }
        } finally {
            System.out.println("cleaned up");
        }
        return Generator.end();
    }

    @Coroutine
    static Async<Void> program() {
        AsyncGenerator<Integer> slower = slower();
        try {
            for (int i : await(slower.timeout(Duration.ofMillis(2500)))) {
                System.out.println(i);
                await(sleep(Duration.ofSeconds(9)));
            }
        } catch (TimedOut e) {
            System.out.println("too slow, " + slower.state());
        }
        return done();
    }

    public static void main(String[] args) {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program());
    }
}
// expect: 1
// expect: 2
// expect: cleaned up
// expect: too slow, CLOSED
