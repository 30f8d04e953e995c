package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Returns out of loops, switches, try blocks and synchronised-free blocks, with the value awaited. */
class ReturnsFromEverywhere {
    @Coroutine
    static Async<String> where(int n) {
        for (int i = 0; i < 5; i++) {
            if (i == n) {
                return Async.of("loop " + await(later(i)));
            }
            try {
                if (i == n - 10) {
                    return Async.of(await(later("try ")) + i);
                }
            } finally {
                await(turn());
                if (i == n - 20) {
                    System.out.println("finally sees " + i);
                }
            }
            switch (n - i) {
                case 30:
                    return Async.of("switch " + await(later(i)));
                case 40:
                    await(turn());
                    continue;
                default:
            }
            if (n == -1 && i == 3) {
                return failed(new IllegalStateException("failed " + await(later(i))));
            }
        }
        return tail("end", n);
    }

    @Coroutine
    static Async<String> tail(String text, int n) {
        return Async.of(text + await(later(n)));
    }

    @Coroutine
    static Async<Void> program() {
        for (int n : new int[] {3, 12, 21, 34, 43, 99}) {
            System.out.println(await(where(n)));
        }
        try {
            await(where(-1));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: loop 3
// expect: try 2
// expect: finally sees 1
// expect: end21
// expect: switch 4
// expect: end43
// expect: end99
// expect: failed 3
