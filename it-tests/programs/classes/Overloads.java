package classes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;

// plain: no, plain Java has no generators
/** Overloaded coroutines, with names that need care in class files. */
class Overloads {
    @Coroutine
    static Async<String> f() {
        return Async.of("none" + await(later(0)));
    }

    @Coroutine
    static Async<String> f(int a) {
        return Async.of("int" + await(later(a)));
    }

    @Coroutine
    static Async<String> f(long a) {
        return Async.of("long" + await(later(a)));
    }

    @Coroutine
    static Async<String> f(Object a, int... b) {
        return Async.of("object" + await(later(a)) + b.length);
    }

    @Coroutine
    static Iterator<String> g$h(int x) {
        Generator.yield("g$h" + x);
        return Generator.end();
    }

    @Coroutine
    static Async<String> größe() {
        return Async.of("größe " + await(later("ü")));
    }

    static class Overloads$Frame {
        @Coroutine
        static Async<String> f() {
            return Async.of("frame" + await(later(1)));
        }
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(f()) + await(f(1)) + await(f(2L)) + await(f("x")) + await(f("y", 1, 2)));
        System.out.println(g$h(3).next() + await(größe()) + await(Overloads$Frame.f()));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: none0int1long2objectx0objecty2
// expect: g$h3größe üframe1
