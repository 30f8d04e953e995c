package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Long and double operands below an await keep both halves, and comparisons keep their operands. */
class ArithmeticWithWideValues {
    static long huge = 1L << 40;

    @Coroutine
    static Async<Void> program() {
        long a = 3;
        double d = 0.25;
        System.out.println(huge + a * await(later(huge)) - (huge >> await(later(3))) % await(later(7L)));
        System.out.println(d * huge + await(later(d)) * (a - await(later(1.5))));
        boolean less = a < await(later(4L)) ? d >= await(later(0.25)) : await(later(false));
        System.out.println(less);
        System.out.println((int) (await(later(1e10)) / await(later(3))) + (long) (float) await(later(2.9f)));
        System.out.println(-(~a ^ await(later(5L))) + (a << await(later(33))));
        System.out.println(Math.max(huge, Math.min(a + await(later(1)), huge + await(later(2L)))));
        System.out.println(a == await(later(3L)) & d != await(later(d)) | 'c' > await(later('b')));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 4398046511102
// expect: 2.74877906944375E11
// expect: true
// expect: 2147483649
// expect: 25769803783
// expect: 1099511627776
// expect: true
