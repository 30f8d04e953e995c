package dev.reprise.benchmarks.cores;

import java.util.List;

/** Counts times in buckets, 32 for each doubling, so that a percentile is exact to 3 %. */
final class Latencies {

    private static final int BITS = 5;
    private static final int BUCKETS = 1 << BITS;

    private final int[] counts = new int[(Long.SIZE - BITS) * BUCKETS];

    void add(long nanos) {
        counts[bucket(Math.max(nanos, 0))]++;
    }

    private static int bucket(long nanos) {
        int doublings = Math.max(Long.SIZE - Long.numberOfLeadingZeros(nanos) - BITS - 1, 0);
        return doublings * BUCKETS + (int) (nanos >> doublings);
    }

    private static long leastIn(int bucket) {
        int doublings = Math.max(bucket / BUCKETS - 1, 0);
        return (long) (bucket - doublings * BUCKETS) << doublings;
    }

    static long count(List<Latencies> all) {
        return all.stream()
                .mapToLong(one -> {
                    long sum = 0;
                    for (int count : one.counts) {
                        sum += count;
                    }
                    return sum;
                })
                .sum();
    }

    /** The time in nanoseconds that the given part of all was within. */
    static long percentile(List<Latencies> all, double part) {
        long wanted = (long) (count(all) * part);
        long seen = 0;
        int bucket = 0;
        while (seen <= wanted && bucket < all.get(0).counts.length) {
            int at = bucket;
            seen += all.stream().mapToLong(one -> one.counts[at]).sum();
            bucket++;
        }
        return leastIn(bucket - 1);
    }
}
