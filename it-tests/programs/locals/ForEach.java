package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For-each loops over arrays, lists, maps and iterators keep their hidden variables. */
class ForEach {
    @Coroutine
    static Async<Void> program() {
        long sum = 0;
        for (long l : new long[] {1, 2, 3}) {
            sum += await(later(l));
        }
        for (var row : new String[][] {{"a", "b"}, {}, {"c"}}) {
            for (var cell : row) {
                System.out.print(await(later(cell)) + sum);
            }
            System.out.print(await(later(";")));
        }
        System.out.println();
        for (int i : await(later(List.of(4, 5)))) {
            for (Map.Entry<String, Integer> e : new java.util.TreeMap<>(Map.of("x", i, "y", i * 2)).entrySet()) {
                System.out.print(e.getKey() + await(later(e.getValue())));
            }
        }
        System.out.println();
        List<Integer> changing = new ArrayList<>(List.of(1, 2));
        try {
            for (int i : changing) {
                changing.add(await(later(i)));
            }
        } catch (java.util.ConcurrentModificationException e) {
            System.out.println(changing);
        }
        for (char c : await(later("end")).toCharArray()) {
            if (c == await(later('n'))) {
                continue;
            }
            System.out.print(c);
        }
        System.out.println();
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: a6b6;;c6;
// expect: x4y8x5y10
// expect: [1, 2, 1]
// expect: ed
