package dev.reprise.benchmarks.arena;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W8: a number goes from one task to another and back, through two queues of capacity 1; a round trip. */
public class PingPong extends Workload<PingPong.Work> {

    static final int ROUNDS = 10_000;

    public PingPong() {
        super(Work.class);
    }

    /** Sends the numbers up to {@code rounds} and adds up what comes back. */
    public interface Work extends Entrant {
        long play(int rounds);
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long round() {
        return checked(entrant.play(ROUNDS), sumUpTo(ROUNDS));
    }
}
