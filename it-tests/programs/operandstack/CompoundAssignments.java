package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Compound assignments evaluate the target once and before the awaited value. */
class CompoundAssignments {
    int field = 1;
    static long total = 10;
    static int calls;

    static int index() {
        return calls++ % 3;
    }

    CompoundAssignments self() {
        calls++;
        return this;
    }

    @Coroutine
    Async<Void> program() {
        int[] a = {1, 2, 3};
        a[index()] += await(later(10));
        a[index()] *= await(later(10));
        a[index()] -= a[await(later(0))] += await(later(5));
        System.out.println(a[0] + " " + a[1] + " " + a[2] + " " + calls);
        self().field += await(later(4)) * self().field++;
        System.out.println(field + " " + calls);
        total <<= await(later(2));
        total += total = await(later(3L));
        System.out.println(total);
        String s = "s";
        s += s += await(later("t")) + s;
        System.out.println(s);
        byte b = 100;
        b += await(later(100));
        char c = 'a';
        c += await(later(1));
        short h = (short) 40000;
        h >>>= await(later(1));
        System.out.println(b + " " + c + " " + h);
        long[][] m = {{1, 2}, {3, 4}};
        m[await(later(1))][index() - index() - 1] += m[0][await(later(1))]++ + await(later(100L));
        System.out.println(m[0][1] + " " + m[1][0] + " " + m[1][1]);
        double d = 2;
        d /= await(later(4));
        System.out.println(d);
        return done();
    }

    public static void main(String[] args) {
        run(new CompoundAssignments().program());
    }
}
// expect: 16 20 -13 3
// expect: 5 5
// expect: 43
// expect: ssts
// expect: -56 b -12768
// expect: 3 3 106
// expect: 0.5
