package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Switch expressions that await in their arms, nested in arguments with values already on the operand stack. */
class SwitchExpressionArms {
    static String show(int a, long b, String c, double d) {
        return a + "/" + b + "/" + c + "/" + d;
    }

    @Coroutine
    static Async<String> pick(int k) {
        int base = 100;
        return Async.of(show(
                base++,
                switch (k) {
                    case 0 -> await(later(5L));
                    case 1 -> {
                        long sum = 0;
                        for (int i = 0; i < 3; i++) {
                            sum += await(later(i));
                        }
                        yield sum + base;
                    }
                    default -> throw new IllegalStateException("arm " + await(later(k)));
                },
                "c" + switch (await(later("k" + k))) {
                    case "k0" -> await(later("zero"));
                    case "k1" -> "one" + await(later(base));
                    default -> "never";
                },
                k == 0 ? await(later(0.5)) : -await(later(1.5))));
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(pick(0)));
        System.out.println(await(pick(1)));
        try {
            System.out.println(await(pick(2)));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 100/5/czero/0.5
// expect: 100/104/cone101/-1.5
// expect: arm 2
