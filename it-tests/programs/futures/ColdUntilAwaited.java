package futures;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

// plain: no, plain methods run when they are called
/** Calling a coroutine runs nothing; awaiting it runs it once; a second await is an error. */
class ColdUntilAwaited {
    @Coroutine
    static Async<Integer> loud(int n) {
        System.out.println("runs " + n);
        await(turn());
        return Async.of(n);
    }

    @Coroutine
    static Async<Void> program() {
        Async<Integer> one = loud(1);
        Async<Integer> two = loud(2);
        System.out.println("called");
        System.out.println(await(two) + await(one));
        try {
            await(one);
        } catch (IllegalStateException e) {
            System.out.println("a second await fails");
        }
        Async<Integer> never = loud(3);
        System.out.println(never == null ? "null" : "not run");
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: called
// expect: runs 2
// expect: runs 1
// expect: 3
// expect: a second await fails
// expect: not run
