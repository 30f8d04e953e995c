package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Switches of both forms over int, string and enum, with awaits in selector and arms, and fall-through. */
class SwitchStatements {
    enum Colour { RED, GREEN, BLUE }

    @Coroutine
    static Async<String> old(int n) {
        String s = "";
        switch (await(later(n))) {
            case 1:
                s += await(later("one "));
            case 2:
                s += await(later("two "));
                break;
            case 1000000:
                s += "million ";
                return Async.of(s + await(later("left")));
            default:
                s += "other ";
        }
        return Async.of(s + "end");
    }

    @Coroutine
    static Async<String> strings(String key) {
        switch (await(later(key))) {
            case "Aa", "BB" -> {
                return Async.of("same hash " + await(later(key)));
            }
            case "C" -> await(turn());
            default -> throw new IllegalArgumentException(await(later("no " + key)));
        }
        return Async.of("C");
    }

    @Coroutine
    static Async<Integer> colours(Colour c) {
        int n = 0;
        switch (c) {
            case RED -> n = await(later(1));
            case GREEN -> {
                for (int i = 0; i < 3; i++) {
                    n += await(later(2));
                }
            }
            default -> n = -1;
        }
        return Async.of(n);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(old(1)));
        System.out.println(await(old(2)));
        System.out.println(await(old(3)));
        System.out.println(await(old(1000000)));
        System.out.println(await(strings("Aa")));
        System.out.println(await(strings("BB")));
        System.out.println(await(strings("C")));
        try {
            await(strings("D"));
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(await(colours(Colour.RED)) + await(colours(Colour.GREEN)) * await(colours(Colour.BLUE)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: one two end
// expect: two end
// expect: other end
// expect: million left
// expect: same hash Aa
// expect: same hash BB
// expect: C
// expect: no D
// expect: -5
