package dev.reprise.benchmarks;

import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One suspension and one resumption through a minimal loop, at the bottom of {@code depth} awaits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SuspendResume {

    private static final int TURNS = 1000;

    @Param({"1", "100"})
    int depth;

    private final Ring ring = new Ring();

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public int coroutine() {
        return checked(ring.run(nested(depth)));
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public int handWritten() {
        HandWritten machine = new HandWritten(ring);
        machine.run();
        ring.runAll();
        return checked(machine.sum);
    }

    private static int checked(int sum) {
        if (sum != TURNS) {
            throw new AssertionError(sum);
        }
        return sum;
    }

    @Coroutine
    private Async<Integer> nested(int level) {
        if (level > 1) {
            return Async.of(await(nested(level - 1)));
        }
        int sum = 0;
        for (int i = 0; i < TURNS; i++) {
            sum += await(ring);
        }
        return Async.of(sum);
    }

    /** The innermost coroutine as a state machine. */
    private static final class HandWritten implements Runnable {

        private static final Integer ONE = 1;

        private final Ring ring;
        private boolean resumed;
        private int i;
        private int sum;

        HandWritten(Ring ring) {
            this.ring = ring;
        }

        @Override
        public void run() {
            if (resumed) {
                sum += ONE;
                i++;
            }
            if (i < TURNS) {
                resumed = true;
                ring.add(this);
            }
        }
    }
}
