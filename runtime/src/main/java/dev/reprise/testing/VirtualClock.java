package dev.reprise.testing;

import dev.reprise.LoopClock;
import java.time.Duration;

/**
 * A clock that stands still while a loop has something to do, and jumps to the next timer when it has nothing: a program
 * that sleeps for hours is tested in no time, and in the same order every time.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock))) {
 *     loop.runUntilComplete(program());
 * }
 * }</pre>
 *
 * <p>What keeps it from jumping:
 *
 * <ul>
 *   <li><b>Work of {@code runInExecutor}</b>, host names being looked up among it: as long as any is waited for the
 *       time stands still and the loop really waits, however long that takes. Work whose wait was cancelled does not count.
 *   <li><b>Sockets</b> for which the loop waits to accept, connect, read or write: whether bytes are on their way cannot be
 *       known, so the loop first waits for {@link #channelPatience} of real time, and jumps when nothing came within it.
 *       Every event starts the patience anew.
 *   <li>Nothing else. Of threads that the program starts by itself, and of {@code CompletableFuture}s that they complete,
 *       the clock knows nothing; with a timer pending it does not wait for them.
 * </ul>
 *
 * <p>Without a timer there is nothing to jump to. A loop that waits for work, for a socket, or for a {@code CompletionStage} or
 * another loop waits on. Any other that has tasks waits for {@link #threadPatience} of real time that a thread hands something
 * in; then it gives up with an {@link IllegalStateException}, "deadlock", that says what each task waits for.
 *
 * <p>It starts at 0 and serves one loop, on whose thread it is used.
 */
public final class VirtualClock implements LoopClock {

    private static final Duration PATIENCE = Duration.ofMillis(20);
    private static final Duration THREAD_PATIENCE = Duration.ofSeconds(5);

    private final long channelPatience;
    private final long threadPatience;
    private long now;

    /** A clock with a patience of 20 ms for sockets, and of 5 s for threads. */
    public VirtualClock() {
        this(PATIENCE);
    }

    /** @param channelPatience real time in which a socket may become ready before the clock jumps */
    public VirtualClock(Duration channelPatience) {
        this(channelPatience, THREAD_PATIENCE);
    }

    /**
     * A clock with both patiences.
     *
     * @param channelPatience real time in which a socket may become ready before the clock jumps
     * @param threadPatience real time in which another thread may hand something in before the loop gives up
     */
    public VirtualClock(Duration channelPatience, Duration threadPatience) {
        this.channelPatience = channelPatience.toNanos();
        this.threadPatience = threadPatience.toNanos();
    }

    /** Real time in which a socket may become ready before the clock jumps. */
    public Duration channelPatience() {
        return Duration.ofNanos(channelPatience);
    }

    /** Real time in which another thread may hand something in before a loop without timers gives up. */
    public Duration threadPatience() {
        return Duration.ofNanos(threadPatience);
    }

    /** How far the clock has come since it was made. */
    public Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /** Moves the clock on by hand; timers that are due fire in the loop's next turn. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back: advance(" + by + ")");
        }
        now += by.toNanos();
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public long realWait(long nanos, boolean workers, boolean channels) {
        if (nanos <= 0) {
            return 0;
        }
        if (workers) {
            return Long.MAX_VALUE;
        }
        if (nanos == Long.MAX_VALUE) {
            return channels ? Long.MAX_VALUE : threadPatience;
        }
        return channels ? channelPatience : 0;
    }

    @Override
    public void nothingBefore(long deadline) {
        if (deadline - now > 0) {
            now = deadline;
        }
    }
}
