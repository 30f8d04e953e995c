package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Coroutine;
import java.util.List;

/** Receivers, casts, instanceof and unboxing around awaits. */
class ChainsAndCasts {
    final int n;

    ChainsAndCasts(int n) {
        this.n = n;
    }

    ChainsAndCasts plus(int m) {
        return new ChainsAndCasts(n + m);
    }

    @Coroutine
    Async<ChainsAndCasts> times(int m) {
        return Async.of(new ChainsAndCasts(n * await(later(m))));
    }

    @Coroutine
    static Async<Void> program() {
        ChainsAndCasts one = new ChainsAndCasts(1);
        System.out.println(await(one.plus(await(later(2))).plus(3).times(await(later(4)))).plus(await(later(5))).n);
        Object o = await(boxed("text"));
        System.out.println(((String) o).length() + ((CharSequence) await(later((Object) "four"))).length());
        System.out.println(await(later((Object) 1)) instanceof Integer i && i + await(later(1)) == 2);
        Integer boxed = await(later(127));
        Integer again = await(later(127));
        System.out.println((boxed == again) + " " + boxed.equals(await(later(127L))));
        Integer nothing = null;
        try {
            int x = 1 + await(later(nothing));
            System.out.println(x);
        } catch (NullPointerException e) {
            System.out.println("unboxed null");
        }
        try {
            String s = (String) await(later((Object) 1));
            System.out.println(s);
        } catch (ClassCastException e) {
            System.out.println("cast");
        }
        System.out.println(List.of(await(later(3)), await(later(1)), await(later(2))).stream().sorted().toList());
        await(later("dropped")).length();
        await(later(5L));
        return done();
    }

    static <T> Awaitable<T> boxed(T value) {
        return later(value);
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 29
// expect: 8
// expect: true
// expect: true false
// expect: unboxed null
// expect: cast
// expect: [1, 2, 3]
