package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

// plain: no, plain Java has no generators
/** A delegation in every construct: operands, arguments, constructors, try, loops, switch, lambdas. */
class DelegationEverywhere {
    record Pair(String left, String right) {}

    @Coroutine
    static Generator<Integer, Integer, String> part(int n) {
        for (int i = 0; i < n; i++) {
            Generator.yield(10 * n + i);
        }
        return Generator.end("r" + n);
    }

    @Coroutine
    Generator<Integer, Integer, String> all(long wide, double other) {
        String text = "a" + wide + Generator.yieldFrom(part(1)) + other + Generator.yieldFrom(part(2));
        Pair pair = new Pair(Generator.yieldFrom(part(1)), text.concat(Generator.yieldFrom(part(2))));
        String[] array = {Generator.yieldFrom(part(0)), "x", Generator.<String>yieldFrom(part(3))};
        StringBuilder trail = new StringBuilder(pair + " " + String.join("", array));
        outer:
        for (int i = 0; ; i++) {
            for (Integer each : List.of(i, 5)) {
                try {
                    switch (each) {
                        case 0 -> trail.append(Generator.<String>yieldFrom(part(1)));
                        case 2 -> {
                            break outer;
                        }
                        default -> {
                            if (each == 5) {
                                continue outer;
                            }
                            trail.append(each == 1 ? Generator.<String>yieldFrom(part(2)) : "never");
                        }
                    }
                } finally {
                    Generator.yieldFrom(List.of(-i));
                }
            }
        }
        IntFunction<Generator<Integer, Integer, String>> lambda = n -> {
            String result = Generator.yieldFrom(part(n));
            Generator.yieldFrom(IntStream.range(0, n));
            return Generator.end(result + wide);
        };
        trail.append(Generator.<String>yieldFrom(lambda.apply(2)));
        return Generator.end(trail.toString());
    }

    @Coroutine
    static <T> Iterator<T> inheritedMany(List<? extends Iterable<T>> many) {
        for (Iterable<T> each : many) {
            Generator.yieldFrom(each);
        }
        return Generator.end();
    }

    public static void main(String[] args) {
        Generator<Integer, Integer, String> g = new DelegationEverywhere().all(7L, 0.5);
        List<Integer> values = new ArrayList<>();
        g.forEachRemaining(values::add);
        System.out.println(values);
        System.out.println(g.result());
        inheritedMany(List.of(List.of(1, 2), List.<Integer>of(), List.of(3))).forEachRemaining(System.out::println);
    }
}
// expect: [10, 20, 21, 10, 20, 21, 30, 31, 32, 10, 0, 0, 20, 21, -1, -1, -2, 20, 21, 0, 1]
// expect: Pair[left=r1, right=a7r10.5r2r2] r0xr3r1r2r27
// expect: 1
// expect: 2
// expect: 3
