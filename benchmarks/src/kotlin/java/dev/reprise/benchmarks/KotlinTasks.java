package dev.reprise.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The work of {@link LoopTurn}, {@link Spawn} and {@link PingPong} by Kotlin's coroutines in {@code runBlocking}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KotlinTasks {

    @Benchmark
    @OperationsPerInvocation(LoopTurn.TURNS)
    public int loopTurn(LoopTurn.Depth chain) {
        return LoopTurn.checked(Tasks.turns(LoopTurn.TURNS, chain.depth));
    }

    @Benchmark
    @OperationsPerInvocation(Spawn.TASKS)
    public long spawn() {
        return Spawn.checked(Tasks.spawn(Spawn.TASKS));
    }

    @Benchmark
    @OperationsPerInvocation(PingPong.ROUNDS)
    public long pingPong() {
        return PingPong.checked(Tasks.pingPong(PingPong.ROUNDS));
    }
}
