package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.stream.Collectors;

// plain: no, plain Java has no generators
/** What is made of a generator by map, filter and the like takes as little of it as it can, and closes it. */
class Sequences {
    @Coroutine
    static Generator<Integer, Void, Void> naturals() {
        try {
            for (int i = 0; true; i++) {
                System.out.println("made " + i);
                Generator.yield(i);
            }
        } finally {
            System.out.println("closed");
        }
    }

    public static void main(String[] args) {
        System.out.println(naturals().map(n -> n * n).filter(n -> n % 2 == 1).take(2).toList());
        for (int n : naturals().drop(1).takeWhile(n -> n < 3).iterable()) {
            System.out.println("got " + n);
        }
        try (var stream = naturals().stream()) {
            System.out.println(stream.limit(2).map(String::valueOf).collect(Collectors.joining("+")));
        }
        System.out.println(naturals().zip(naturals().map(n -> -n), (a, b) -> a + "" + b).take(1).next());
    }
}
// expect: made 0
// expect: made 1
// expect: made 2
// expect: made 3
// expect: closed
// expect: [1, 9]
// expect: made 0
// expect: made 1
// expect: got 1
// expect: made 2
// expect: got 2
// expect: made 3
// expect: closed
// expect: made 0
// expect: made 1
// expect: 0+1
// expect: closed
// expect: made 0
// expect: made 0
// expect: 00
