package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;

// plain: no, plain Java has no generators
/** Yields in nested loops with labelled jumps, at several operand stack depths, of every primitive type. */
class NestedLoops {
    @Coroutine
    static Iterator<String> pairs(int n) {
        rows:
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (j > i) {
                    continue rows;
                }
                if (i == 3) {
                    break rows;
                }
                Generator.yield(i + "" + j);
            }
        }
        Generator.yield("done");
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Integer, Long> stack(long base, double d, byte b) {
        long sum = base + Generator.<Integer>yield(d) * 2L + new int[] {1, Generator.yield(b), 3}[1];
        String s = "s" + sum + Generator.<Integer>yield("t" + (char) ('a' + b));
        Generator.yield(s.length() > 3 ? s : Generator.<Integer>yield(true) > 0 ? 'c' : 1f);
        return Generator.end(sum);
    }

    public static void main(String[] args) {
        pairs(9).forEachRemaining(s -> System.out.print(s + " "));
        System.out.println();
        Generator<Object, Integer, Long> g = stack(1L << 33, 0.5, (byte) 7);
        System.out.println(g.next());
        System.out.println(g.send(100));
        System.out.println(g.send(5));
        System.out.println(g.send(6));
        System.out.println(g.hasNext() + " " + g.result());
    }
}
// expect: 00 10 11 20 21 22 done
// expect: 0.5
// expect: 7
// expect: th
// expect: s85899347976
// expect: false 8589934797
