package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;

// plain: no, plain Java has no generators
/** A chain of a hundred thousand delegations takes no room on the Java stack, whatever is done to it. */
class DeepDelegation {
    static final int DEPTH = 100_000;
    static int finals;

    @Coroutine
    static Iterator<Integer> countdown(int n) {
        if (n > 0) {
            Generator.yield(n);
            Generator.yieldFrom(countdown(n - 1));
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Integer, Integer> deep(int n) {
        try {
            if (n == 0) {
                Integer sent = Generator.yield(0);
                Generator.yield(sent);
                return Generator.end(0);
            }
            int below = Generator.yieldFrom(deep(n - 1));
            return Generator.end(below + 1);
        } finally {
            finals++;
        }
    }

    static Generator<Integer, Integer, Integer> begun() {
        finals = 0;
        Generator<Integer, Integer, Integer> g = deep(DEPTH);
        g.next();
        return g;
    }

    public static void main(String[] args) {
        long sum = 0;
        for (Iterator<Integer> it = countdown(DEPTH); it.hasNext(); ) {
            sum += it.next();
        }
        System.out.println(sum);

        Generator<Integer, Integer, Integer> g = begun();
        System.out.println(g.send(7) + " " + g.state());
        System.out.println(g.hasNext() + " " + g.result() + " " + finals);

        g = begun();
        g.close();
        System.out.println(g.state() + " " + finals);

        g = begun();
        Exception failure = new Exception("thrown");
        try {
            g.throwInto(failure);
        } catch (Exception e) {
            System.out.println((e == failure) + " " + finals + " " + g.state());
        }
    }
}
// expect: 5000050000
// expect: 7 SUSPENDED
// expect: false 100000 100001
// expect: CLOSED 100001
// expect: true 100001 CLOSED
