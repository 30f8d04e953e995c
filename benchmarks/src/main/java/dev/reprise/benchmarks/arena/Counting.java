package dev.reprise.benchmarks.arena;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W1: the sum of the numbers that are pulled one by one out of a generator. */
public class Counting extends Workload<Counting.Work> {

    static final int COUNT = 10_000_000;

    private int count = COUNT;

    public Counting() {
        super(Work.class);
    }

    /** Adds up what a generator of the numbers from 0 up to {@code end} gives. */
    public interface Work extends Entrant {
        long sum(int end);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long pulled() {
        return checked(entrant.sum(count), sumUpTo(COUNT));
    }
}
