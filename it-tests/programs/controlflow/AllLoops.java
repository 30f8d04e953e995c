package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Awaits in the head and in the body of every kind of loop. */
class AllLoops {
    @Coroutine
    static Async<Void> program() {
        int sum = 0;
        for (int i = await(later(0)); i < await(later(4)); i += await(later(1))) {
            sum += await(later(i));
        }
        System.out.println("for " + sum);
        while (await(later(sum)) > 2) {
            sum--;
        }
        System.out.println("while " + sum);
        do {
            sum += await(later(3));
        } while (await(later(sum)) < 9);
        System.out.println("do " + sum);
        for (int i = 0, j = 10; ; i++, j -= await(later(2))) {
            if (i == await(later(j)) - 1) {
                break;
            }
            System.out.println(i + " " + j);
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: for 6
// expect: while 2
// expect: do 11
// expect: 0 10
// expect: 1 8
// expect: 2 6
