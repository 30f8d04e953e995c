package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Awaits in the arguments of constructors, nested and conditional, while the new object is uninitialised. */
class ConstructorArguments {
    static class P {
        static int made;
        final String text;

        P(Object a) {
            made++;
            text = "P(" + a + ")";
        }

        P(int a, Object b, long c) {
            made++;
            text = "P" + a + b + c;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Coroutine
    static Async<Void> program() {
        boolean c = true;
        System.out.println(new P(await(later(1))));
        System.out.println(new P(c ? await(later(2)) : 0));
        System.out.println(new P(await(later(!c)) ? 0 : await(later("three"))));
        System.out.println(new P(4, new P(await(later(5))), await(later(6L))));
        System.out.println(new P(new P(new P(await(later(7)), new P(8), await(later(9L))))));
        System.out.println(new P(await(later(10)), c && await(later(c)) ? new P(await(later(11))) : null, 12));
        System.out.println(new StringBuilder(await(later("x"))).append(new P(await(later(13)))).append(new int[await(later(2))].length));
        P p = new P(14, switch (await(later(1))) {
            case 1 -> new P(await(later(15)));
            default -> null;
        }, await(later(16L)));
        System.out.println(p + " " + P.made);
        try {
            throw new IllegalStateException(await(later("seventeen")), new RuntimeException(await(later("eighteen"))));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + " " + e.getCause().getMessage());
        }
        Object q = await(later(c)) ? new P(await(later(19))) : new Object();
        System.out.println(q);
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: P(1)
// expect: P(2)
// expect: P(three)
// expect: P4P(5)6
// expect: P(P(P7P(8)9))
// expect: P10P(11)12
// expect: xP(13)2
// expect: P14P(15)16 14
// expect: seventeen eighteen
// expect: P(19)
