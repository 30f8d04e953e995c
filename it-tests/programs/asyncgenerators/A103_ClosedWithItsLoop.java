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
import java.util.ArrayList;
import java.util.List;

// plain: no, plain Java has no generators
/** A generator that is suspended when its loop ends is closed, with the awaits of its finally. */
class A103_ClosedWithItsLoop {
    static final List<AsyncGenerator<Integer>> HELD = new ArrayList<>();

    @Coroutine
    static AsyncGenerator<Integer> numbers(String name) {
        try {
            for (int i = 0; ; i++) {
                await(turn());
                Generator.yield(i);
            }
        } finally {
            System.out.println("closing " + name);
            await(sleep(Duration.ofSeconds(1)));
            System.out.println("closed " + name);
        }
    }

    /** Its clean-up starts another generator, which is closed in its turn. */
    @Coroutine
    static AsyncGenerator<Integer> leaving() {
        try {
            Generator.yield(1);
        } finally {
            AsyncGenerator<Integer> other = numbers("other");
            HELD.add(other);
            System.out.println("left " + await(other.next()));
        }
        return Generator.end();
    }

    @Coroutine
    static Async<String> program() {
        for (String name : List.of("first", "second")) {
            AsyncGenerator<Integer> generator = numbers(name);
            HELD.add(generator);
            for (int i : await(generator)) {
                if (i == 2) {
                    break;
                }
            }
        }
        HELD.add(numbers("never started"));
        AsyncGenerator<Integer> closed = numbers("closed before");
        HELD.add(closed);
        await(closed.next());
        await(closed.closeAsync());
        AsyncGenerator<Integer> leaving = leaving();
        HELD.add(leaving);
        await(leaving.next());
        return Async.of("end of the program");
    }

    public static void main(String[] args) {
        System.out.println(EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program()));
        HELD.forEach(generator -> System.out.print(generator.state() + " "));
        System.out.println();
    }
}
// expect: closing closed before
// expect: closed closed before
// expect: closing first
// expect: closing second
// expect: left 0
// expect: closed first
// expect: closed second
// expect: closing other
// expect: closed other
// expect: end of the program
// expect: CLOSED CLOSED CREATED CLOSED CLOSED CLOSED
