package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;

// plain: no, plain Java has no generators
/** A loop that is left early leaves the generator open; the try-with-resources around it closes it, and waits. */
class A108_LeavingALoopClosesNothing {
    @Coroutine
    static AsyncGenerator<Integer> numbers() {
        try {
            for (int i = 1; i < 10; i++) {
                Generator.yield(await(later(i)));
            }
        } finally {
            await(turn());
            System.out.println("finally");
        }
        return Generator.end();
    }

    @Coroutine
    static Async<Integer> firstOver(int limit, AsyncGenerator<Integer> from) {
        try (from) {
            for (int i : await(from)) {
                if (i > limit) {
                    return Async.of(i);
                }
            }
        }
        return Async.of(-1);
    }

    @Coroutine
    static Async<Void> program() {
        AsyncGenerator<Integer> open = numbers();
        for (int i : await(open)) {
            System.out.println("broke at " + i);
            break;
        }
        System.out.println(open.state());
        for (int i : await(open)) {
            System.out.println("goes on with " + i);
            break;
        }
        await(open.closeAsync());
        for (int i : await(open)) {
            System.out.println("never " + i);
        }
        System.out.println(await(firstOver(3, numbers())));
        System.out.println(await(firstOver(30, numbers())));
        AsyncGenerator<Integer> failing = numbers();
        try (failing) {
            for (int i : await(failing)) {
                await(failing(new IllegalStateException("in the loop at " + i)));
            }
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + failing.state());
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: broke at 1
// expect: SUSPENDED
// expect: goes on with 2
// expect: finally
// expect: finally
// expect: 4
// expect: finally
// expect: -1
// expect: finally
// expect: in the loop at 1 CLOSED
