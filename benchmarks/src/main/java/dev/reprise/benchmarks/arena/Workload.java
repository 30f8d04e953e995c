package dev.reprise.benchmarks.arena;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A benchmark that one peer at a time runs, in a JVM of its own.
 *
 * @param <T> what a peer does; implementations may be {@link AutoCloseable}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Workload<T extends Entrant> {

    @Param({Peer.LIMIT, "Reprise"})
    public String peer;

    private final Class<T> work;
    T entrant;

    Workload(Class<T> work) {
        this.work = work;
    }

    @Setup
    public void open() {
        entrant = Entrants.load(work, peer);
        // what lives long is old in every program that has run for a while
        System.gc();
    }

    @TearDown
    public void close() throws Exception {
        if (entrant instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    static long checked(long result, long expected) {
        if (result != expected) {
            throw new AssertionError(result + " instead of " + expected);
        }
        return result;
    }

    /** The sum of the numbers from 0 up to but not including {@code end}. */
    static long sumUpTo(long end) {
        return end * (end - 1) / 2;
    }
}
