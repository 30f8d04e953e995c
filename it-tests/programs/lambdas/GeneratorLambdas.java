package lambdas;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

// plain: no, plain Java has no generators
/** Lambdas that yield are generators. */
class GeneratorLambdas {
    static void print(Supplier<Iterator<String>> source) {
        source.get().forEachRemaining(s -> System.out.print(s + " "));
        System.out.println();
    }

    public static void main(String[] args) {
        int n = args.length + 3;
        print(() -> {
            for (int i = 0; i < n; i++) {
                Generator.yield("v" + i);
            }
            return Generator.end();
        });
        Iterable<Iterable<Integer>> nested = List.of(countdown(2), countdown(3));
        for (Iterable<Integer> inner : nested) {
            inner.forEach(System.out::print);
        }
        System.out.println();
        Function<Integer, Generator<Integer, Integer, Integer>> adder = start -> {
            int sum = start;
            while (sum < 10) {
                sum += Generator.<Integer>yield(sum);
            }
            return Generator.end(sum);
        };
        Generator<Integer, Integer, Integer> g = adder.apply(1);
        g.next();
        System.out.println(g.send(4));
        try {
            g.send(9);
        } catch (GeneratorEnd end) {
            System.out.println(end.value());
        }
    }

    @Coroutine
    static Iterable<Integer> countdown(int from) {
        Function<Integer, Integer> half = x -> x / 2;
        for (int i = from; i > 0; i--) {
            Generator.yield(i + half.apply(from));
        }
        return Generator.end();
    }
}
// expect: v0 v1 v2
// expect: 32432
// expect: 5
// expect: 14
