package classes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Classes are initialised and operands evaluated at the moment of plain Java, whatever an await stands between. */
class EvaluationOrder {
    static <T> T log(String s, T value) {
        System.out.println(s);
        return value;
    }

    static class Callee {
        static {
            System.out.println("Callee initialised");
        }

        static int constant = log("Callee.constant", 5);

        @Coroutine
        static Async<Integer> twice(int n) {
            await(turn());
            return of(2 * n);
        }
    }

    static class Failing {
        static final int VALUE = fail();

        static int fail() {
            throw new IllegalStateException("no class");
        }

        @Coroutine
        static Async<Integer> value() {
            return of(await(later(VALUE)));
        }
    }

    static class Part {
        static {
            System.out.println("Part initialised");
        }

        final String text;

        Part(String a, int b, Part inner) {
            text = a + b + (inner == null ? "" : inner.text);
            System.out.println("Part " + text);
        }
    }

    static class Target {
        static {
            System.out.println("Target initialised");
        }

        static int value = 1;
    }

    static int calls;
    int field = 1;
    int[] array = {1, 2, 3};

    static int next() {
        return log("next " + calls, calls++);
    }

    EvaluationOrder self() {
        return log("self", this);
    }

    int[] array() {
        return log("array", array);
    }

    @Coroutine
    static Async<Integer> logged(int n) {
        await(turn());
        return of(log("awaited " + n, n));
    }

    @Coroutine
    Async<Void> program() {
        System.out.println(await(Callee.twice(await(logged(3)))));
        System.out.println(new Part(log("first", "p"), await(logged(1)), new Part("q", await(logged(2)), null)).text);
        array()[next()] += await(logged(10));
        self().array[next()] <<= await(logged(2));
        self().field += await(logged(5));
        Target.value += await(logged(7));
        System.out.println(array[0] + " " + array[1] + " " + field + " " + Target.value);
        String s = "s" + next() + await(logged(4)) + self().field + await(logged(6)) + next();
        s += await(logged(8)) + s;
        System.out.println(s);
        int i = 0;
        i = i++ + await(logged(i)) + i++ + i;
        System.out.println(i);
        int[] none = null;
        try {
            none[next()] = await(logged(9));
        } catch (NullPointerException e) {
            System.out.println("null after the awaited value");
        }
        try {
            array[3] += await(logged(11));
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println("index before the awaited value");
        }
        try {
            System.out.println(next() / await(logged(0)));
        } catch (ArithmeticException e) {
            System.out.println("division after both");
        }
        for (int round = 0; round < 2; round++) {
            try {
                System.out.println(await(Failing.value()));
            } catch (ExceptionInInitializerError e) {
                System.out.println("initialiser failed: " + e.getCause().getMessage());
            } catch (NoClassDefFoundError e) {
                System.out.println("not initialised");
            }
        }
        System.out.println(log("left", true) || await(later(true)));
        System.out.println(log("left", true) && await(later(false)) && log("right", true));
        return done();
    }

    public static void main(String[] args) {
        run(new EvaluationOrder().program());
    }
}
/* expect:
awaited 3
Callee initialised
Callee.constant
6
Part initialised
first
awaited 1
awaited 2
Part q2
Part p1q2
p1q2
array
next 0
awaited 10
self
next 1
awaited 2
self
awaited 5
Target initialised
awaited 7
11 8 6 8
next 2
awaited 4
self
awaited 6
next 3
awaited 8
s246638s24663
awaited 1
4
next 4
awaited 9
null after the awaited value
index before the awaited value
next 5
awaited 0
division after both
initialiser failed: no class
not initialised
left
true
left
false
*/
