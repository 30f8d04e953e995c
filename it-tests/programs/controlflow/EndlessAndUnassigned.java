package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;

/** Loops without an end, jumps that leave them, code that no value reaches, variables that only some paths assign. */
class EndlessAndUnassigned {
    static final List<String> LOG = new ArrayList<>();

    @Coroutine
    static Async<Integer> endless(int n) {
        while (true) {
            for (; ; ) {
                do {
                    if (await(later(n++)) > 5) {
                        return Async.of(n);
                    }
                    if (n % 2 == 0) {
                        break;
                    }
                } while (await(later(true)));
            }
        }
    }

    @Coroutine
    static Async<Integer> neverReturns(int n) {
        while (true) {
            try {
                while (true) {
                    if (await(later(n)) == 0) {
                        throw new IllegalStateException("zero" + await(later(n)));
                    }
                    n--;
                }
            } finally {
                LOG.add("out" + await(later(n)));
            }
        }
    }

    @Coroutine
    static Async<String> unassigned(int k) {
        final int x;
        final long y;
        String s;
        Object later;
        if (k > 0) {
            x = await(later(k));
            y = 1;
            s = null;
        } else {
            y = await(later(2L));
            x = (int) y;
            s = "s" + await(later(x));
        }
        switch (k) {
            case 1:
                int z = await(later(4));
                later = z;
                break;
            case 2:
                z = 5;
                later = await(later(z)) + z;
                break;
            default:
                z = k;
                while (z++ < 3) {
                    await(turn());
                }
                later = z;
        }
        boolean known;
        if (k > 0 && (known = await(later(true)))) {
            s += known;
        }
        int loop;
        for (loop = 0; ; loop++) {
            char c;
            if (loop == 2) {
                c = 'c';
            } else if (await(later(loop == 3))) {
                c = 'd';
                s += c;
                break;
            } else {
                continue;
            }
            s += c;
        }
        return Async.of(x + " " + y + s + later + loop);
    }

    @Coroutine
    static Async<String> jumps(int how) {
        String s = "";
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                inner:
                do {
                    try {
                        try {
                            s += await(later(i));
                            switch (how + i) {
                                case 0: continue outer;
                                case 1: break inner;
                                case 2: continue inner;
                                case 3: break outer;
                                case 4: return Async.of(s + await(later("returned")));
                                case 5: throw new IllegalArgumentException(await(later("thrown")));
                                default: s += "d";
                            }
                        } catch (IllegalArgumentException | NullPointerException e) {
                            s += e.getMessage() + await(later("~"));
                            if (how == 5) {
                                break outer;
                            }
                        } finally {
                            s += "f" + await(later(i));
                            if (how == 3) {
                                continue outer;
                            }
                        }
                    } finally {
                        s += "g" + await(later(""));
                        LOG.add(s.length() + "");
                    }
                } while (await(later(i % 2 == 1)) && s.length() < 20);
            } finally {
                if (how == 6) {
                    s += "!";
                    break;
                }
                s += await(later(";"));
            }
        }
        return Async.of(s);
    }

    @Coroutine
    static Async<Void> onlyThrows() throws Exception {
        throw new Exception("only");
    }

    @Coroutine
    static Async<String> asserts(int n) {
        assert await(later(n)) > 0 : "message" + await(later(n));
        label:
        {
            if (n > 1) {
                break label;
            }
            await(turn());
            if (await(later(false))) {
                return Async.of("never");
            }
        }
        if (false) {
            await(turn());
        }
        return Async.of("a" + n);
    }

    @Coroutine
    static Async<Void> program() throws Exception {
        System.out.println(await(endless(0)));
        try {
            await(neverReturns(2));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + LOG);
        }
        LOG.clear();
        for (int k = 0; k < 3; k++) {
            System.out.println(await(unassigned(k)));
        }
        for (int how = 0; how < 7; how++) {
            System.out.println(await(jumps(how)));
        }
        System.out.println(LOG);
        try {
            await(onlyThrows());
        } catch (Exception e) {
            System.out.println(e.getMessage());
        }
        System.out.println(await(asserts(1)) + await(asserts(2)));
        return done();
    }

    public static void main(String[] args) throws Exception {
        run(program());
    }
}
// expect: 7
// expect: zero0[out0]
// expect: 2 2s2cd43
// expect: 1 1nulltruecd43
// expect: 2 1nulltruecd103
// expect: 0f0g;1f1g;2f2g;3f3g;
// expect: 0f0g;1f1g1f1g1f1g1f1g;2f2g;
// expect: 0f0g;1f1g;
// expect: 0f0g;1f1g;2thrown~f2g;3df3g;
// expect: 0returned
// expect: 0thrown~f0g;
// expect: 0df0g!
// expect: [4, 9, 14, 19, 4, 9, 13, 17, 21, 26, 4, 9, 4, 9, 21, 27, 4, 11, 5]
// expect: only
// expect: a1a2
