package operandstack;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.it.program.Turns.later;
import static dev.reprise.it.program.Turns.run;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** What was computed before an await in an argument list is there after it, of whatever type. */
class AwaitInEachArgument {

    static String join(int a, long b, double c, Object d, int[] e, float f, boolean g, char h) {
        return a + " " + b + " " + c + " " + d + " " + e[0] + " " + f + " " + g + " " + h;
    }

    static int count;

    static int next() {
        return ++count;
    }

    @Coroutine
    static Async<Void> program() {
        int[] array = {7};
        System.out.println(join(await(later(1)), 2L, 3.5, null, array, 4.5f, true, 'x'));
        System.out.println(join(1, await(later(2L)), 3.5, null, array, 4.5f, true, 'x'));
        System.out.println(join(1, 2L, await(later(3.5)), null, array, 4.5f, true, 'x'));
        System.out.println(join(1, 2L, 3.5, await(later(null)), array, 4.5f, true, 'x'));
        System.out.println(join(1, 2L, 3.5, null, await(later(array)), 4.5f, true, 'x'));
        System.out.println(join(1, 2L, 3.5, null, array, await(later(4.5f)), true, 'x'));
        System.out.println(join(1, 2L, 3.5, null, array, 4.5f, await(later(true)), 'x'));
        System.out.println(join(1, 2L, 3.5, null, array, 4.5f, true, await(later('x'))));
        System.out.println(join(next(), await(later((long) next())), next(), next(), array, next(), next() > 5, await(later('z'))));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 1 2 3.5 null 7 4.5 true x
// expect: 1 2 3.5 null 7 4.5 true x
// expect: 1 2 3.5 null 7 4.5 true x
// expect: 1 2 3.5 null 7 4.5 true x
// expect: 1 2 3.5 null 7 4.5 true x
// expect: 1 2 3.5 null 7 4.5 true x
// expect: 1 2 3.5 null 7 4.5 true x
// expect: 1 2 3.5 null 7 4.5 true x
// expect: 1 2 3.0 4 7 5.0 true z
