package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import dev.reprise.LoopOptions;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;

// plain: no, plain Java has no generators
/** Values arrive in order, other tasks run while the generator waits, and a yield alone lets nobody else run. */
class A105_OthersRunMeanwhile {
    @Coroutine
    static AsyncGenerator<String> ticks(String name, int delay, int times) {
        for (int i = 1; i <= times; i++) {
            await(sleep(Duration.ofMillis(delay)));
            Generator.yield(name + i);
            Generator.yield(name + i + "'");
        }
        return Generator.end();
    }

    @Coroutine
    static Async<Integer> consume(String name, int delay, int times) {
        int seen = 0;
        for (String tick : await(ticks(name, delay, times))) {
            System.out.println(tick);
            seen++;
        }
        System.out.println("end of " + name);
        return Async.of(seen);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(gather(consume("a", 30, 2), consume("b", 20, 2))));
        return done();
    }

    public static void main(String[] args) {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program());
    }
}
// expect: b1
// expect: b1'
// expect: a1
// expect: a1'
// expect: b2
// expect: b2'
// expect: end of b
// expect: a2
// expect: a2'
// expect: end of a
// expect: [4, 4]
