package results;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;

/** Coroutines of every primitive type whose results are unboxed, dropped, returned, or used as the objects they are. */
class EveryPrimitive {
    static int calls;

    @Coroutine
    static Async<Boolean> bool(boolean z) {
        calls += await(later(1));
        return of(!z);
    }

    @Coroutine
    static Async<Byte> small(byte b) {
        calls += await(later(1));
        return of((byte) (b + 127));
    }

    @Coroutine
    static Async<Character> letter(char c) {
        calls += await(later(1));
        return of((char) (c + 1));
    }

    @Coroutine
    static Async<Short> medium(short s) {
        calls += await(later(1));
        return of((short) (s * 3));
    }

    @Coroutine
    static Async<Integer> whole(int i) {
        calls += await(later(1));
        return of(i + 1000);
    }

    @Coroutine
    static Async<Long> wide(long j) {
        calls += await(later(1));
        return of(j << 33);
    }

    @Coroutine
    static Async<Float> single(float f) {
        calls += await(later(1));
        return of(f / 3);
    }

    @Coroutine
    static Async<Double> precise(double d) {
        calls += await(later(1));
        return of(d / 3);
    }

    /** All the awaits have something below them on the operand stack, and some that are restored alike. */
    @Coroutine
    static Async<Void> unboxed() {
        boolean z = await(bool(false)) & await(bool(false));
        byte b = (byte) (1 + await(small((byte) 3)) + await(small((byte) 4)));
        char c = (char) (await(letter('a')) + await(letter('b')) - 'a');
        short s = (short) (await(medium((short) 20_000)) - await(medium((short) 1)));
        int i = await(whole(1)) * await(whole(2)) + await(whole(3));
        long j = await(wide(1)) - await(wide(2)) % await(wide(3));
        float f = await(single(1)) + await(single(2));
        double d = await(precise(1)) * await(precise(2)) / await(precise(7));
        System.out.println(z + " " + b + " " + c + " " + s + " " + i + " " + j + " " + f + " " + d);
        long widened = await(whole(4)) + (long) await(letter('d'));
        double converted = await(wide(5)) + await(single(6));
        widened += await(small((byte) 0));
        System.out.println(widened + " " + converted);
        return done();
    }

    @Coroutine
    static Async<Void> dropped() {
        for (int i = 0; i < 2; i++) {
            await(bool(true));
            await(small((byte) 1));
            await(wide(i));
            await(precise(i));
        }
        System.out.println("dropped");
        return done();
    }

    @Coroutine
    static Async<Void> objects() {
        Object[] all = {
            await(bool(true)),
            await(small((byte) 1)),
            await(letter('x')),
            await(medium((short) 7)),
            await(whole(7)),
            await(wide(7)),
            await(single(7)),
            await(precise(7))
        };
        for (Object each : all) {
            System.out.println(each.getClass().getSimpleName() + " " + each);
        }
        Number number = await(whole(8));
        Comparable<Long> comparable = await(wide(9));
        List<Object> list = List.of(await(whole(10)), await(precise(11)));
        System.out.println(number + " " + comparable.compareTo(1L) + " " + list);
        System.out.println("text " + await(letter('y')) + await(single(1)) + await(bool(true)));
        return done();
    }

    @Coroutine
    static Async<Void> branches(boolean first) {
        int chosen = first ? await(whole(1)) : await(later(5));
        long mixed = first ? await(wide(1)) : await(whole(1));
        if (await(bool(first)) || await(bool(!first)) && await(later(true))) {
            chosen++;
        }
        while (await(whole(chosen)) < 3000) {
            chosen += await(small((byte) 1)) == -128 ? 500 : 1;
        }
        int[] cells = {await(whole(1)), 2, 3};
        cells[await(whole(-999))] += await(whole(cells[1]));
        switch (await(letter('p'))) {
            case 'q' -> System.out.println(chosen + " " + mixed + " " + cells[1]);
            default -> System.out.println("no");
        }
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        await(unboxed());
        await(dropped());
        await(objects());
        await(branches(true));
        await(branches(false));
        System.out.println(calls);
        return done();
    }

    public static void main(String[] args) {
        run(program());
        System.out.println(run(bool(true)) + " " + run(letter('s')) + " " + run(wide(4)) + " " + run(precise(4)));
    }
}
// expect: true 6 d -5539 1004005 -8589934592 1.0 0.09523809523809523
// expect: 1232 4.294967296E10
// expect: dropped
// expect: Boolean false
// expect: Byte -128
// expect: Character y
// expect: Short 21
// expect: Integer 1007
// expect: Long 60129542144
// expect: Float 2.3333333
// expect: Double 2.3333333333333335
// expect: 1008 1 [1010, 3.6666666666666665]
// expect: text z0.33333334false
// expect: 2002 8589934592 1004
// expect: 2006 1001 1004
// expect: 75
// expect: false t 34359738368 1.3333333333333333
