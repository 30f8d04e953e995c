package dev.reprise.benchmarks;

import java.util.Iterator;

/** Pulls every element and makes sure that they were the ints from 0 on. */
final class SumOfAll {

    private SumOfAll() {}

    static long checked(Iterator<Integer> numbers, int count) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        if (sum != (count - 1L) * count / 2) {
            throw new IllegalStateException("the sum of " + count + " elements is " + sum);
        }
        return sum;
    }
}
