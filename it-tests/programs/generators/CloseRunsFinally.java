package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;

// plain: no, plain Java has no generators
/** Closing a suspended generator runs its finally blocks once, inner first, and nothing else. */
class CloseRunsFinally {
    @Coroutine
    static Generator<Integer, Void, String> guarded(String name) {
        try {
            System.out.println(name + " begins");
            try {
                for (int i = 0; true; i++) {
                    Generator.yield(i);
                    System.out.println(name + " after " + i);
                }
            } catch (RuntimeException e) {
                throw new AssertionError("must not be caught", e);
            } finally {
                System.out.println(name + " inner finally");
            }
        } finally {
            System.out.println(name + " outer finally");
        }
    }

    public static void main(String[] args) {
        try (Generator<Integer, Void, String> g = guarded("g")) {
            System.out.println(g.next() + g.next());
        }
        Generator<Integer, Void, String> never = guarded("never");
        never.close();
        System.out.println(never.state() + " " + never.hasNext());
        Generator<Integer, Void, String> twice = guarded("twice");
        twice.next();
        twice.close();
        twice.close();
        System.out.println(twice.state() + " " + twice.hasNext() + " " + twice.result());
        for (Iterator<Integer> it = guarded("left"); it.hasNext(); ) {
            if (it.next() == 1) {
                break;
            }
        }
    }
}
// expect: g begins
// expect: g after 0
// expect: 1
// expect: g inner finally
// expect: g outer finally
// expect: CLOSED false
// expect: twice begins
// expect: twice inner finally
// expect: twice outer finally
// expect: CLOSED false null
// expect: left begins
// expect: left after 0
