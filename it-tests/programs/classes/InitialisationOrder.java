package classes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A class is initialised where plain Java initialises it: after the arguments of its first static use, before those of new. */
class InitialisationOrder {
    static class First {
        static {
            System.out.println("First initialised");
        }

        First(int n) {
            System.out.println("First " + n);
        }
    }

    static class Second {
        static int value = log("Second initialised");

        static int use(int a) {
            return value + a;
        }
    }

    static int log(String s) {
        System.out.println(s);
        return 1;
    }

    @Coroutine
    static Async<Integer> argument(String s) {
        await(turn());
        System.out.println("argument " + s);
        return Async.of(s.length());
    }

    @Coroutine
    static Async<Void> program() {
        new First(await(argument("of new")));
        System.out.println(Second.use(await(argument("of static"))));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: First initialised
// expect: argument of new
// expect: First 6
// expect: argument of static
// expect: Second initialised
// expect: 10
