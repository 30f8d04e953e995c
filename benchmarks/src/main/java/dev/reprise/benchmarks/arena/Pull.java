package dev.reprise.benchmarks.arena;

import java.util.Iterator;
import java.util.PrimitiveIterator;

/** Takes element after element out of an iterator: by {@code nextInt} where there is one, boxed otherwise. */
public final class Pull {

    private Pull() {}

    public static long sum(PrimitiveIterator.OfInt numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.nextInt();
        }
        return sum;
    }

    public static long sum(Iterator<Integer> numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return sum;
    }
}
