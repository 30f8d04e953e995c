package dev.reprise.benchmarks.arena;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W6: a task, from its making to the await of its handle. */
public class Spawn extends Workload<Spawn.Work> {

    static final int TASKS = 1_000_000;

    public Spawn() {
        super(Work.class);
    }

    /** Makes a task for each number up to {@code tasks}, which results in it; then awaits one after the other and adds up. */
    public interface Work extends Entrant {
        long spawn(int tasks);
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public long task() {
        return checked(entrant.spawn(TASKS), sumUpTo(TASKS));
    }
}
