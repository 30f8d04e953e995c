package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Awaits inside string concatenations keep what was converted and what was not yet. */
class StringConcatenation {
    static class Counter {
        int n;

        @Override
        public String toString() {
            return "#" + n;
        }
    }

    @Coroutine
    static Async<Void> program() {
        int i = 3;
        long l = 4;
        char c = 'c';
        System.out.println("a" + i++ + await(later("b")) + i + l + await(later(null)) + c + await(later(1.5f)) + i++);
        System.out.println("" + await(later(1)) + await(later(2L)) + await(later('3')) + await(later(true)));
        System.out.println(i + l + await(later("x")) + i + l);
        String s = "s";
        s = s + await(later(s += "t")) + s;
        System.out.println(s);
        System.out.println("nested " + ("inner " + await(later("deep " + await(later(c + i))))) + "!");
        Counter counter = new Counter();
        counter.n++;
        System.out.println("counter " + counter.n + await(bump(counter)) + counter.n);
        return done();
    }

    @Coroutine
    static Async<String> bump(Counter counter) {
        await(turn());
        counter.n += 10;
        return Async.of(" bumped ");
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: a3b44nullc1.54
// expect: 123true
// expect: 9x54
// expect: sstst
// expect: nested inner deep 104!
// expect: counter 1 bumped 11
