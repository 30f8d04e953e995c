package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Labelled break and continue leave nested try blocks whose finally blocks await. */
class LabelledJumpsThroughFinally {
    @Coroutine
    static Async<Void> program() {
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                inner:
                for (int j = 0; ; j++) {
                    try {
                        System.out.println(i + "," + await(later(j)));
                        switch (i * 10 + j) {
                            case 0:
                                continue inner;
                            case 1:
                                continue outer;
                            case 10:
                                break inner;
                            case 21:
                                break outer;
                            default:
                                turnOver(i);
                        }
                    } finally {
                        System.out.println("inner finally " + await(later(i * 10 + j)));
                    }
                }
                System.out.println("after inner " + i);
            } finally {
                System.out.println("outer finally " + await(later(i)));
            }
        }
        System.out.println("end");
        return done();
    }

    static void turnOver(int i) {
        System.out.println("over " + i);
    }

    public static void main(String[] args) {
        run(program());
    }
}
/* expect:
0,0
inner finally 0
0,1
inner finally 1
outer finally 0
1,0
inner finally 10
after inner 1
outer finally 1
2,0
over 2
inner finally 20
2,1
inner finally 21
outer finally 2
end
*/
