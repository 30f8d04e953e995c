package dev.reprise.benchmarks.arena;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/** W4 and W5: a task gives way to the loop and is resumed in its next turn, at the bottom of {@code depth} awaits. */
public class LoopTurn extends Workload<LoopTurn.Work> {

    static final int TURNS = 10_000;

    @Param({"1", "10", "100", "1000"})
    public int depth;

    public LoopTurn() {
        super(Work.class);
    }

    /** Gives way {@code turns} times, counting them; {@code depth} coroutines await each other, and the innermost does it. */
    public interface Work extends Entrant {
        int turns(int turns, int depth);
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public long turn() {
        return checked(entrant.turns(TURNS, depth), TURNS);
    }
}
