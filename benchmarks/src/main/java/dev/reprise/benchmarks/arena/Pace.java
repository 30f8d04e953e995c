package dev.reprise.benchmarks.arena;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How often and for how long JMH runs a benchmark, and in how much memory. */
enum Pace {
    /** For what is short and can be repeated: the time of one operation. */
    REPEATED(forks(), 3, 5, "256m"),
    /** The same with much that is live at once. */
    REPEATED_LARGE(forks(), 3, 5, "2g"),
    /** For what takes seconds. */
    ONCE(1, 1, 3, "2g"),
    /** For what is to get by with little, in a JVM that has just started. */
    SMALL(1, 0, 1, "64m");

    private static final TimeValue ITERATION = TimeValue.milliseconds(400);

    private final int forks;
    private final int warmups;
    private final int iterations;
    private final String heap;

    Pace(int forks, int warmups, int iterations, String heap) {
        this.forks = forks;
        this.warmups = warmups;
        this.iterations = iterations;
        this.heap = heap;
    }

    private static int forks() {
        return Integer.getInteger("arena.forks", 2);
    }

    ChainedOptionsBuilder set(ChainedOptionsBuilder options) {
        return options.forks(forks)
                .warmupIterations(warmups)
                .warmupTime(ITERATION)
                .measurementIterations(iterations)
                .measurementTime(ITERATION)
                .jvmArgsAppend(
                        "-Xms" + heap,
                        "-Xmx" + heap,
                        // the kernel is slow to give a page that is used for the first time
                        "-XX:+AlwaysPreTouch",
                        // rather than to go on with one thread less
                        "-XX:+ExitOnOutOfMemoryError",
                        // virtual threads run on one carrier, so that all peers have one thread
                        "-Djdk.virtualThreadScheduler.parallelism=1",
                        "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                        // for the JDK's own continuation
                        "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED");
    }
}
