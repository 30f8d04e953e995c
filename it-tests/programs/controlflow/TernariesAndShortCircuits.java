package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Conditional operands are awaited only when plain Java would evaluate them. */
class TernariesAndShortCircuits {
    static StringBuilder trail = new StringBuilder();

    @Coroutine
    static Async<Boolean> say(String name, boolean value) {
        await(turn());
        trail.append(name);
        return Async.of(value);
    }

    @Coroutine
    static Async<Void> program() {
        boolean a = await(say("a", true)) && await(say("b", false)) || await(say("c", true)) && !await(say("d", false));
        System.out.println(trail + " " + a);
        trail.setLength(0);
        boolean b = await(say("a", false)) & await(say("b", true)) | await(say("c", true)) ^ await(say("d", true));
        System.out.println(trail + " " + b);
        trail.setLength(0);
        String s = await(say("a", false)) ? "A" : await(say("b", true)) ? await(later("B")) : await(later("C"));
        System.out.println(trail + " " + s);
        trail.setLength(0);
        if (!(await(say("a", true)) && (await(say("b", false)) || !await(say("c", true))))) {
            System.out.println(trail + " not");
        }
        trail.setLength(0);
        int n = 0;
        while (n < 3 && await(say("w", true)) || n < 5 && await(say("x", n != 4))) {
            n++;
        }
        System.out.println(trail + " " + n);
        System.out.println(1 + (await(later(true)) ? await(later(2)) : 3) * (await(later(false)) ? 4 : await(later(5))));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: abcd true
// expect: abcd false
// expect: ab B
// expect: abc not
// expect: wwwxx 4
// expect: 11
