package results;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** An object that somebody has seen is the one that comes out; one that nobody has seen is made once. */
@SuppressWarnings("removal") // new Integer(5) is an object that nobody else has
class Identity {
    static final Integer KEPT = new Integer(5);

    static Integer seen;

    @Coroutine
    static Async<Integer> boxed(int i) {
        await(turn());
        return of(i);
    }

    @Coroutine
    static Async<Integer> kept(boolean known) {
        await(turn());
        return known ? of(KEPT) : of(new Integer(6));
    }

    @Coroutine
    static Async<Integer> remembered(int i) {
        Integer made = await(boxed(i));
        seen = made;
        return of(made);
    }

    @Coroutine
    static Async<Integer> through(int i) {
        return of(await(passedOn(i)));
    }

    @Coroutine
    static Async<Integer> passedOn(int i) {
        return boxed(i);
    }

    @Coroutine
    static Async<Integer> perhaps(int i) {
        await(turn());
        if (i < 0) {
            return of(null);
        }
        return of(i);
    }

    @Coroutine
    static Async<Object> anything(int i) {
        if (i == 0) {
            return of("none");
        }
        return i == 1 ? of(await(boxed(i))) : of(await(kept(true)));
    }

    @SuppressWarnings("unchecked")
    @Coroutine
    static Async<Object> whatever(int i) {
        if (i == 0) {
            return of("nothing");
        }
        return i == 1 ? asObject(i) : (Async<Object>) (Async<?>) fraction(i);
    }

    @SuppressWarnings("unchecked")
    @Coroutine
    static Async<Object> whateverElse(int i) {
        if (i == 0) {
            return of("nothing");
        }
        return (Async<Object>) (Async<?>) fraction(i);
    }

    @Coroutine
    static Async<Double> fraction(int i) {
        return of(await(later(i)) / 2.0);
    }

    @Coroutine
    static Async<Object> asObject(int i) {
        return of((Object) await(boxed(i)));
    }

    @Coroutine
    static Async<Void> program() {
        Integer small = await(boxed(7));
        System.out.println((small == Integer.valueOf(7)) + " " + (small == await(boxed(7))));
        Integer large = await(boxed(7000));
        Integer same = large;
        System.out.println((large == same) + " " + (large == await(boxed(7000))) + " " + large.equals(await(through(7000))));
        System.out.println((await(kept(true)) == KEPT) + " " + (await(kept(false)) == await(kept(false))));
        int five = await(kept(true));
        System.out.println(five + " " + (await(remembered(9000)) == seen));
        System.out.println(await(perhaps(3)) + " " + await(perhaps(-3)));
        System.out.println(await(anything(0)) + " " + await(anything(1)) + " " + (await(anything(2)) == KEPT));
        System.out.println(await(whatever(0)) + " " + await(whatever(1)) + " " + await(whatever(3)));
        System.out.println(await(whateverElse(0)) + " " + await(whateverElse(3)));
        try {
            int none = await(perhaps(-1));
            System.out.println("not reached " + none);
        } catch (NullPointerException e) {
            System.out.println("null was unboxed");
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: true true
// expect: true false true
// expect: true false
// expect: 5 true
// expect: 3 null
// expect: none 1 true
// expect: nothing 1 1.5
// expect: nothing 1.5
// expect: null was unboxed
