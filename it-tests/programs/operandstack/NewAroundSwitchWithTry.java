package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** A try in a switch expression makes javac move the operand stack, and an uninitialised object on it, into variables. */
class NewAroundSwitchWithTry {
    record P(Object a, Object b, long c) {}

    @Coroutine
    static Async<Void> program() {
        for (int k = 0; k < 3; k++) {
            System.out.println(new P(k, switch (k) {
                case 0 -> await(later("zero"));
                case 1 -> {
                    try {
                        yield new P(await(later(1)), null, await(later(2L)));
                    } finally {
                        System.out.println("finally " + await(later(k)));
                    }
                }
                default -> {
                    try {
                        yield new P(k, switch (await(later("s"))) {
                            case "s" -> {
                                try {
                                    yield await(failing(new IllegalStateException("caught")));
                                } catch (IllegalStateException e) {
                                    yield e.getMessage() + await(later(3));
                                }
                            }
                            default -> 0;
                        }, await(later(4L)));
                    } finally {
                        k++;
                    }
                }
            }, await(later(5L))));
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: P[a=0, b=zero, c=5]
// expect: finally 1
// expect: P[a=1, b=P[a=1, b=null, c=2], c=5]
// expect: P[a=2, b=P[a=2, b=caught3, c=4], c=5]
