package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Pattern variables of instanceof live across suspensions, also when negated. */
class PatternVariables {
    @Coroutine
    static Async<String> describe(Object o) {
        if (o instanceof String s && await(later(s.length())) > 2) {
            await(turn());
            return Async.of("long " + s);
        }
        if (!(await(later(o)) instanceof Integer i)) {
            return Async.of("other " + await(later(o)));
        }
        await(turn());
        int sum = i;
        while (!(o instanceof Long l)) {
            sum += await(later(i));
            o = (long) sum;
        }
        await(turn());
        return Async.of("int " + i + " long " + l);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(describe("abc")));
        System.out.println(await(describe("ab")));
        System.out.println(await(describe(21)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: long abc
// expect: other ab
// expect: int 21 long 42
