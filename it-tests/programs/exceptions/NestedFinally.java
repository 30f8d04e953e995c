package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** finally blocks that await, nested, run in order and once, on return, on failure and on normal end. */
class NestedFinally {
    @Coroutine
    static Async<String> nested(int n) {
        StringBuilder trail = new StringBuilder();
        try {
            try {
                try {
                    trail.append(await(later("a")));
                    if (n == 1) {
                        return Async.of("returned " + await(later(trail)));
                    }
                    if (n == 2) {
                        throw new IllegalStateException("two");
                    }
                    if (n == 3) {
                        await(failing(new IllegalArgumentException("three")));
                    }
                    trail.append(await(later("b")));
                } finally {
                    trail.append(await(later("c")));
                    System.out.println(n + " first " + trail);
                }
                trail.append("d");
            } catch (IllegalStateException e) {
                trail.append(await(later("e"))).append(e.getMessage());
            } finally {
                trail.append(await(later("f")));
                System.out.println(n + " second " + trail);
            }
            trail.append(await(later("g")));
        } catch (IllegalArgumentException e) {
            trail.append(await(later("h"))).append(e.getMessage());
        } finally {
            trail.append(await(later("i")));
            System.out.println(n + " third " + trail);
        }
        return Async.of("end " + trail);
    }

    @Coroutine
    static Async<Void> program() {
        for (int n = 0; n < 4; n++) {
            System.out.println(await(nested(n)));
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
/* expect:
0 first abc
0 second abcdf
0 third abcdfgi
end abcdfgi
1 first ac
1 second acf
1 third acfi
returned a
2 first ac
2 second acetwof
2 third acetwofgi
end acetwofgi
3 first ac
3 second acf
3 third acfhthreei
end acfhthreei
*/
