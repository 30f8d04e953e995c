package dev.reprise;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a loop is opened with. Immutable: each method gives a copy with one thing changed.
 *
 * <pre>{@code
 * EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()));
 * }</pre>
 */
public final class LoopOptions {

    private static final LoopOptions DEFAULTS = new LoopOptions(LoopClock.system(), HostResolver.system(), null);

    private final LoopClock clock;
    private final HostResolver resolver;
    private final @Nullable Executor executor;

    private LoopOptions(LoopClock clock, HostResolver resolver, @Nullable Executor executor) {
        this.clock = clock;
        this.resolver = resolver;
        this.executor = executor;
    }

    /** Real time, the JDK's name resolution, and worker threads of the loop's own. */
    public static LoopOptions defaults() {
        return DEFAULTS;
    }

    /** With another clock. A clock that can move serves one loop. */
    public LoopOptions clock(LoopClock other) {
        return new LoopOptions(other, resolver, executor);
    }

    /** With another way to find hosts. */
    public LoopOptions resolver(HostResolver other) {
        return new LoopOptions(clock, other, executor);
    }

    /** With another executor for {@link EventLoop#runInExecutor(java.util.concurrent.Callable)}; the loop never shuts it down. */
    public LoopOptions executor(Executor other) {
        return new LoopOptions(clock, resolver, other);
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
}
