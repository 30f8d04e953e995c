package size;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Suspensions under twelve nested loops, handlers and switches. */
class DeepNesting {
    @Coroutine
    static Async<Integer> deep(int n) {
        int count = 0;
        for (int a = 0; a < n; a++) {
            try {
                for (int b = 0; b < n; b++) {
                    switch (b) {
                        case 0:
                            for (int c : new int[] {a, b}) {
                                try {
                                    while (count < 1000) {
                                        try {
                                            for (int d = 0; d < n; d++) {
                                                do {
                                                    for (int e = 0; e < n; e++) {
                                                        count += await(later(1)) + c - c;
                                                    }
                                                } while (count % 4 == await(later(1)));
                                            }
                                            if (count > 20) {
                                                break;
                                            }
                                        } finally {
                                            count += await(later(2));
                                        }
                                    }
                                } catch (IllegalStateException e) {
                                    count = await(later(-1));
                                }
                            }
                            break;
                        default:
                            count += await(later(b));
                    }
                }
            } finally {
                count++;
            }
        }
        return Async.of(count);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(deep(1)) + " " + await(deep(2)) + " " + await(deep(3)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 29 46 110
