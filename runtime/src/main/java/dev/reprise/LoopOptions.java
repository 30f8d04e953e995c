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
            null,
            Boolean.getBoolean("reprise.debug") ? DebugOptions.defaults() : null);

    private final LoopClock clock;
    private final HostResolver resolver;
    private final @Nullable Executor executor;
    private final @Nullable RandomGenerator shuffle;
    private final @Nullable DebugOptions debug;

    private LoopOptions(
            LoopClock clock,
            HostResolver resolver,
            @Nullable Executor executor,
            @Nullable RandomGenerator shuffle,
            @Nullable DebugOptions debug) {
        this.clock = clock;
        this.resolver = resolver;
        this.executor = executor;
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
        return new LoopOptions(other, resolver, executor, shuffle, debug);
    }

    /** With another way to find hosts. */
    public LoopOptions resolver(HostResolver other) {
        return new LoopOptions(clock, other, executor, shuffle, debug);
    }

    /** With another executor for {@link EventLoop#runInExecutor(java.util.concurrent.Callable)}; the loop never shuts it down. */
    public LoopOptions executor(Executor other) {
        return new LoopOptions(clock, resolver, other, shuffle, debug);
    }

    /**
     * For tests: with the tasks that are ready at one time taking their steps in a random order instead of the order in
     * which they became ready. Callbacks keep their places.
     *
     * @param random serves one loop, on whose thread it is used
     */
    public LoopOptions shuffle(RandomGenerator random) {
        return new LoopOptions(clock, resolver, executor, random, debug);
    }

    /**
     * With {@linkplain DebugOptions debug mode}, or without.
     *
     * @param other null for none
     */
    public LoopOptions debug(@Nullable DebugOptions other) {
        return new LoopOptions(clock, resolver, executor, shuffle, other);
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

    /** What puts the tasks that are ready into a random order, null if they keep theirs. */
    public @Nullable RandomGenerator shuffle() {
        return shuffle;
    }

    /** What debug mode does, null without it. */
    public @Nullable DebugOptions debug() {
        return debug;
    }
}
