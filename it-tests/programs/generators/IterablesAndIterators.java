package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;

// plain: no, plain Java has no generators
/** Iterable generators start afresh at each iterator(), Iterator generators run once. */
class IterablesAndIterators {
    @Coroutine
    static Iterable<Integer> upTo(int n) {
        for (int i = 1; i <= n; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    @Coroutine
    static Iterator<String> words() {
        Generator.yield("a");
        Generator.yield(null);
        Generator.yield("c");
        return Generator.end();
    }

    @Coroutine
    static Iterable<Integer> empty(boolean yields) {
        if (yields) {
            Generator.yield(1);
        }
        return Generator.end();
    }

    public static void main(String[] args) {
        Iterable<Integer> three = upTo(3);
        for (int a : three) {
            for (int b : three) {
                System.out.print(a * b + " ");
            }
        }
        System.out.println();
        Iterator<Integer> one = three.iterator();
        Iterator<Integer> other = three.iterator();
        System.out.println(one.next() + one.next() + other.next());
        Iterator<String> words = words();
        while (words.hasNext()) {
            System.out.print(words.hasNext() + words.next() + " ");
        }
        System.out.println(words.hasNext());
        try {
            words.next();
        } catch (java.util.NoSuchElementException e) {
            System.out.println("no more");
        }
        for (int i : empty(false)) {
            System.out.println("never " + i);
        }
        System.out.println(empty(true).iterator().next());
    }
}
// expect: 1 2 3 2 4 6 3 6 9
// expect: 4
// expect: truea truenull truec false
// expect: no more
// expect: 1
