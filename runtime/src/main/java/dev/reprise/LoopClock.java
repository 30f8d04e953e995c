package dev.reprise;

/**
 * The time of an event loop. The loop's own is {@link #system()}; {@link dev.reprise.testing.VirtualClock} is the one for
 * tests.
 *
 * <p>Called on the loop's thread only.
 */
public interface LoopClock {

    /** The present in nanoseconds since some fixed point; it never goes back. */
    long nanoTime();

    /**
     * How long the loop may really sleep although its next timer is due in {@code nanos}. Whatever the loop waits for
     * wakes it before.
     *
     * <p>A loop without a timer asks, too, if it has tasks and none of them waits for a {@link
     * java.util.concurrent.CompletionStage} or another loop. If nothing comes for as long as this says, it gives up with an
     * {@link IllegalStateException} that names the tasks, because they could only wait for ever.
     *
     * @param nanos until the next timer, in the time of this clock; {@link Long#MAX_VALUE} if there is none
     * @param workers whether a {@link EventLoop#runInExecutor} call is waited for
     * @param channels whether a socket is waited for
     * @return nanoseconds of real time; 0 to go on at once, {@link Long#MAX_VALUE} for as long as nothing comes
     */
    long realWait(long nanos, boolean workers, boolean channels);

    /**
     * The loop slept as long as {@link #realWait} said and nothing came: a clock that is not bound to real time moves to
     * {@code deadline}.
     */
    void nothingBefore(long deadline);

    /** {@link System#nanoTime()}. */
    static LoopClock system() {
        return SystemClock.INSTANCE;
    }
}
