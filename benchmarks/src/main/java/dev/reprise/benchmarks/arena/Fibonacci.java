package dev.reprise.benchmarks.arena;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W3: a recursion that awaits itself twice and never suspends; a call. */
public class Fibonacci extends Workload<Fibonacci.Work> {

    /** Calls that the recursion for 30 makes. */
    private static final int CALLS = 2_692_537;

    private int argument = 30;

    public Fibonacci() {
        super(Work.class);
    }

    /** {@code await(fibonacci(n - 1)) + await(fibonacci(n - 2))}, from 2 on. */
    public interface Work extends Entrant {
        int fibonacci(int n);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long recursion() {
        return checked(entrant.fibonacci(argument), 832_040);
    }
}
