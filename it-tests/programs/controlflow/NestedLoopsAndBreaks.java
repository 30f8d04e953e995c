package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Three nested loops that suspend at every level and are left early. */
class NestedLoopsAndBreaks {
    @Coroutine
    static Async<Void> program() {
        int found = 0;
        search:
        for (int a = 1; a < 30; a++) {
            if (await(later(a)) % 2 == 1 && a > 7) {
                continue;
            }
            for (int b = a; b < 30; b++) {
                int c = b;
                while (true) {
                    c++;
                    if (c > 30) {
                        break;
                    }
                    if (a * a + b * b == c * c) {
                        System.out.println(await(later(a)) + " " + b + " " + await(later(c)));
                        if (++found == 4) {
                            break search;
                        }
                        continue search;
                    }
                }
                if (b % 9 == 0) {
                    await(turn());
                }
            }
        }
        System.out.println("found " + found);
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 3 4 5
// expect: 5 12 13
// expect: 6 8 10
// expect: 7 24 25
// expect: found 4
