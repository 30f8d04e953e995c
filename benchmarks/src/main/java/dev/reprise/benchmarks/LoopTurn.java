package dev.reprise.benchmarks;

import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A task gives way to the event loop and is resumed in its next turn, at the bottom of {@code depth} awaits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoopTurn {

    static final int TURNS = 10_000;

    private EventLoop loop;
    private HandLoop handLoop;

    /** How many coroutines await each other. */
    @State(Scope.Thread)
    public static class Depth {
        @Param({"1", "10", "100", "1000"})
        int depth;
    }

    @Setup
    public void open() {
        loop = EventLoop.open();
        handLoop = new HandLoop();
        // what lives long is old in every program that has run for a while
        System.gc();
    }

    @TearDown
    public void close() {
        loop.close();
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public int coroutine(Depth chain) {
        return checked(loop.runUntilComplete(nested(chain.depth)));
    }

    @Benchmark
    @OperationsPerInvocation(TURNS)
    public int handWritten() {
        HandWritten machine = new HandWritten(handLoop);
        handLoop.add(machine);
        handLoop.runReady();
        return checked(machine.sum);
    }

    static int checked(int sum) {
        if (sum != TURNS) {
            throw new AssertionError(sum);
        }
        return sum;
    }

    @Coroutine
    private static Async<Integer> nested(int level) {
        if (level > 1) {
            return Async.of(await(nested(level - 1)) + 0);
        }
        int sum = 0;
        for (int i = 0; i < TURNS; i++) {
            await(sleep(Duration.ZERO));
            sum++;
        }
        return Async.of(sum);
    }

    private static final class HandWritten implements Runnable {

        private final HandLoop loop;
        private boolean resumed;
        private int i;
        private int sum;

        HandWritten(HandLoop loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            if (resumed) {
                sum++;
                i++;
            }
            if (i < TURNS) {
                resumed = true;
                loop.add(this);
            }
        }
    }
}
