package dev.reprise;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Debug mode of a loop: it notices steps that hold the thread for too long, names coroutines that nobody awaited, and
 * remembers where tasks, promises and callbacks were made. Immutable: each method gives a copy with one thing changed.
 *
 * <pre>{@code
 * EventLoop.run(LoopOptions.defaults().debug(DebugOptions.defaults().slowStep(Duration.ofMillis(20))), program());
 * }</pre>
 *
 * <p>With the system property {@code reprise.debug} set to {@code true} the usual options of a loop have it. Every step is
 * timed then, every task, promise, callback and coroutine looks at the stack when it is made and keeps what it saw, and the
 * loop has a second thread: it is for development.
 */
public final class DebugOptions {

    private static final DebugOptions DEFAULTS =
            new DebugOptions(Duration.ofMillis(100), Duration.ofSeconds(1), DebugReport::log);

    private final Duration slowStep;
    private final Duration hungStep;
    private final Consumer<? super DebugReport> receiver;

    private DebugOptions(Duration slowStep, Duration hungStep, Consumer<? super DebugReport> receiver) {
        this.slowStep = slowStep;
        this.hungStep = hungStep;
        this.receiver = receiver;
    }

    /** Steps are slow from 100 ms on and hang from 1 s on; reports go to the {@link System.Logger} {@code dev.reprise}. */
    public static DebugOptions defaults() {
        return DEFAULTS;
    }

    /** With another duration from which on a step is slow, in the time of the loop's clock. */
    public DebugOptions slowStep(Duration from) {
        return new DebugOptions(positive(from), hungStep, receiver);
    }

    /** With another duration from which on a step that has not ended hangs, in real time whatever the loop's clock is. */
    public DebugOptions hungStep(Duration from) {
        return new DebugOptions(slowStep, positive(from), receiver);
    }

    /**
     * With somebody else who is told.
     *
     * @param told called on the loop's thread, but for {@link DebugReport.Kind#HUNG_STEP}: on another one, while the loop's
     *     hangs
     */
    public DebugOptions receiver(Consumer<? super DebugReport> told) {
        return new DebugOptions(slowStep, hungStep, told);
    }

    private static Duration positive(Duration from) {
        if (from.isZero() || from.isNegative()) {
            throw new IllegalArgumentException("a step lasts longer than " + from + ": give a positive duration");
        }
        return from;
    }

    public Duration slowStep() {
        return slowStep;
    }

    public Duration hungStep() {
        return hungStep;
    }

    public Consumer<? super DebugReport> receiver() {
        return receiver;
    }
}
