package modern;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

// release: 22
/** Unnamed variables and patterns. */
class UnnamedVariables {
    record Pair(Object left, Object right) {}

    @Coroutine
    static Async<String> show(Object o) {
        return Async.of(switch (o) {
            case Pair(String s, _) -> s + await(later("!"));
            case Pair(_, Integer _) -> await(later("right int"));
            case Pair(_, _) -> "pair";
            default -> {
                int n = 0;
                for (var _ : new int[3]) {
                    n += await(later(1));
                }
                try {
                    await(failing(new IllegalStateException()));
                } catch (IllegalStateException _) {
                    n *= await(later(2));
                }
                yield "other " + n;
            }
        });
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(show(new Pair("s", 1))) + await(show(new Pair(2, 1))) + await(show(new Pair(2, 'c'))) + await(show("x")));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: s!right intpairother 6
