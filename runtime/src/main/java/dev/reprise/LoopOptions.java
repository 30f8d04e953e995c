package dev.reprise;

import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a loop is opened with. Immutable: each method gives a copy with one thing changed.
 *
 * <pre>{@code
 * EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()));
 * }</pre>
 */
public final class LoopOptions {

    private static final LoopOptions DEFAULTS = new LoopOptions(
            LoopClock.system(),
            HostResolver.system(),
            null,
            BlockingThreads.DEFAULT_LIMIT,
            null,
            Boolean.getBoolean("reprise.debug") ? DebugOptions.defaults() : null);

    private final LoopClock clock;
    private final HostResolver resolver;
    private final @Nullable Executor executor;
    private final int workers;
    private final @Nullable RandomGenerator shuffle;
    private final @Nullable DebugOptions debug;

    private LoopOptions(
            LoopClock clock,
            HostResolver resolver,
            @Nullable Executor executor,
            int workers,
            @Nullable RandomGenerator shuffle,
            @Nullable DebugOptions debug) {
        this.clock = clock;
        this.resolver = resolver;
        this.executor = executor;
        this.workers = workers;
        this.shuffle = shuffle;
        this.debug = debug;
    }

    /**
     * Real time, the JDK's name resolution, worker threads of the loop's own; debug mode if the system property {@code
     * reprise.debug} is {@code true}.
     */
    public static LoopOptions defaults() {
        return DEFAULTS;
    }

    /** With another clock. A clock that can move serves one loop. */
    public LoopOptions clock(LoopClock other) {
        return new LoopOptions(other, resolver, executor, workers, shuffle, debug);
    }

    /** With another way to find hosts. */
    public LoopOptions resolver(HostResolver other) {
        return new LoopOptions(clock, other, executor, workers, shuffle, debug);
    }

    /**
     * With another executor for {@link EventLoop#runInExecutor(Call)} and {@link Async#toThread} than the
     * loop's own threads; the loop never shuts it down.
     */
    public LoopOptions executor(Executor other) {
        return new LoopOptions(clock, resolver, other, workers, shuffle, debug);
    }

    /**
     * With another limit for the blocking work that the loop's own threads do at a time; what is above it waits for its turn.
     *
     * @param atOnce at least 1; {@code min(32, processors + 4)} by default
     * @throws IllegalArgumentException if {@code atOnce} is less than 1
     */
    public LoopOptions workers(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException(
                    "workers(" + atOnce + ") would let no blocking work begin: allow 1 or more at a time");
        }
        return new LoopOptions(clock, resolver, executor, atOnce, shuffle, debug);
    }

    /**
     * For tests: with the tasks that are ready at one time taking their steps in a random order instead of the order in
     * which they became ready. Callbacks keep their places.
     *
     * @param random serves one loop, on whose thread it is used
     */
    public LoopOptions shuffle(RandomGenerator random) {
        return new LoopOptions(clock, resolver, executor, workers, random, debug);
    }

    /**
     * With {@linkplain DebugOptions debug mode}, or without.
     *
     * @param other null for none
     */
    public LoopOptions debug(@Nullable DebugOptions other) {
        return new LoopOptions(clock, resolver, executor, workers, shuffle, other);
    }

    public LoopClock clock() {
        return clock;
    }

    public HostResolver resolver() {
        return resolver;
    }

    /** The executor chosen, null if the loop is to start worker threads of its own. */
    public @Nullable Executor executor() {
        return executor;
    }

    /** How much blocking work the loop's own threads do at a time. */
    public int workers() {
        return workers;
    }

    /** What puts the tasks that are ready into a random order, null if they keep theirs. */
    public @Nullable RandomGenerator shuffle() {
        return shuffle;
    }

    /** What debug mode does, null without it. */
    public @Nullable DebugOptions debug() {
        return debug;
    }
}
