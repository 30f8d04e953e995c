package dev.reprise.benchmarks.arena;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W3: a loop that awaits a call each time round; the callee could suspend and does not. */
public class Calls extends Workload<Calls.Work> {

    static final int CALLS = 1_000_000;

    private int start = 7;

    public Calls() {
        super(Work.class);
    }

    /**
     * {@code sum = await(add(sum, i))} for i from 0 up to {@code calls}. Before it adds, {@code add(a, b)} suspends if a is
     * {@link Integer#MIN_VALUE}, which it never is.
     */
    public interface Work extends Entrant {
        int sum(int start, int calls);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long loop() {
        return checked(entrant.sum(start, CALLS), (int) (7 + sumUpTo(CALLS)));
    }
}
