package inheritance;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Overriding coroutines call super; an override that is none, and one that is one of an abstract method. */
class SuperAndOverride {
    abstract static class Base {
        int n = 1;

        @Coroutine
        Async<String> run(long a) {
            n += await(later(1));
            return Async.of("base" + a + await(step(n)));
        }

        abstract Async<String> step(int i);

        @Coroutine
        protected Async<Integer> plain() {
            return Async.of(await(later(n)));
        }
    }

    static class Middle extends Base {
        @Override
        @Coroutine
        Async<String> run(long a) {
            String before = await(super.run(a + 1));
            return Async.of(before + " middle" + await(super.run(a + 2)));
        }

        @Override
        @Coroutine
        Async<String> step(int i) {
            await(turn());
            return Async.of("(" + i + ")");
        }
    }

    static class Leaf extends Middle {
        @Override
        Async<String> step(int i) {
            return super.step(-i);
        }

        @Override
        protected Async<Integer> plain() {
            return Async.of(7);
        }
    }

    @Coroutine
    static Async<Void> program() {
        Base middle = new Middle();
        System.out.println(await(middle.run(0)) + " " + await(middle.plain()));
        Base leaf = new Leaf();
        System.out.println(await(leaf.run(10)) + " " + await(leaf.plain()));
        Base anonymous = new Middle() {
            @Override
            @Coroutine
            Async<String> step(int i) {
                return Async.of(await(super.step(i)) + await(later("anonymous")));
            }
        };
        System.out.println(await(anonymous.run(20)));
        return done();
    }

    public static void main(String[] args) {
        dev.reprise.it.program.Turns.run(program());
    }
}
// expect: base1(2) middlebase2(3) 3
// expect: base11(-2) middlebase12(-3) 7
// expect: base21(2)anonymous middlebase22(3)anonymous
