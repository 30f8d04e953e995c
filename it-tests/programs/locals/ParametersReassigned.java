package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Parameters are reassigned before, between and after suspensions, also this-less ones and varargs. */
class ParametersReassigned {
    @Coroutine
    static Async<String> change(int a, long b, String c, int... d) {
        a += await(later(1));
        b = a * await(later(b));
        c = c == null ? await(later("null")) : c + b;
        d = d.length == 0 ? new int[] {a} : d;
        await(turn());
        d[0]++;
        for (int e : d) {
            a += await(later(e));
        }
        return Async.of(a + " " + b + " " + c + " " + d.length);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(change(1, 2, null)));
        System.out.println(await(change(1, 2, "x", 3, 4)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 5 4 null 1
// expect: 10 4 x4 2
