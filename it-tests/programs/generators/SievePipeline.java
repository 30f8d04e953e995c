package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;

// plain: no, plain Java has no generators
/** Generators that pull from generators: an unbounded sieve, and a recursive tree walk. */
class SievePipeline {
    record Tree(Tree left, int value, Tree right) {}

    @Coroutine
    static Iterator<Integer> from(int n) {
        while (true) {
            Generator.yield(n++);
        }
    }

    @Coroutine
    static Iterator<Integer> without(int prime, Iterator<Integer> numbers) {
        while (numbers.hasNext()) {
            int n = numbers.next();
            if (n % prime != 0) {
                Generator.yield(n);
            }
        }
        return Generator.end();
    }

    @Coroutine
    static Iterable<Integer> primes() {
        Iterator<Integer> numbers = from(2);
        for (;;) {
            int prime = numbers.next();
            Generator.yield(prime);
            numbers = without(prime, numbers);
        }
    }

    @Coroutine
    static Iterable<Integer> walk(Tree tree) {
        if (tree != null) {
            for (int value : walk(tree.left())) {
                Generator.yield(value);
            }
            Generator.yield(tree.value());
            for (int value : walk(tree.right())) {
                Generator.yield(value);
            }
        }
        return Generator.end();
    }

    public static void main(String[] args) {
        for (int prime : primes()) {
            if (prime > 50) {
                break;
            }
            System.out.print(prime + " ");
        }
        System.out.println();
        Tree tree = new Tree(new Tree(null, 1, new Tree(null, 2, null)), 3, new Tree(new Tree(null, 4, null), 5, null));
        System.out.println(java.util.stream.StreamSupport.stream(walk(tree).spliterator(), false).map(String::valueOf).toList());
    }
}
// expect: 2 3 5 7 11 13 17 19 23 29 31 37 41 43 47
// expect: [1, 2, 3, 4, 5]
