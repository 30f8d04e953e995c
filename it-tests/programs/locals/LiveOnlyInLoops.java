package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Variables that only the next round of a loop reads, and variables swapped across a suspension. */
class LiveOnlyInLoops {
    @Coroutine
    static Async<Void> program() {
        int previous = -1;
        String carried = "";
        for (int i = 0; i < 3; i++) {
            int current = await(later(i * i));
            if (previous >= 0) {
                carried += previous + "<" + current + " ";
            }
            previous = current;
            await(turn());
        }
        System.out.println(carried);
        long a = 1;
        long b = 1;
        for (int i = 0; i < 40; i++) {
            long t = a + await(later(b));
            a = b;
            b = t;
        }
        System.out.println(a + " " + b);
        boolean flip = false;
        int unset;
        for (int i = 0; i < 4; i++) {
            if (flip) {
                unset = await(later(i));
                System.out.println("set " + unset);
            }
            flip ^= await(later(true));
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 0<1 1<4
// expect: 165580141 267914296
// expect: set 1
// expect: set 3
