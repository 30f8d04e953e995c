package dev.reprise;

import dev.reprise.frame.Frame;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A time limit on a stretch of a task's code. When it has passed, the code is cancelled as in any {@link CancelScope}: every
 * await in it that really suspends raises {@link Cancelled} until the stretch is left; where it ends, {@link TimedOut} comes
 * out. {@link Async#timeout(Duration, Awaitable)} is the usual way.
 *
 * <p>A time-out that has not expired lets every cancellation through; so does one that has, if the task or an outer scope
 * was cancelled, too: of several nested time-outs that expire at once it is the outermost that raises {@code TimedOut}. Code
 * that never suspends is not interrupted and does not fail.
 *
 * <p>Belongs to the thread of its loop.
 */
public final class Timeout implements AutoCloseable {

    private final CancelScope scope;
    private @Nullable Duration given;

    private Timeout(CancelScope scope, @Nullable Duration delay) {
        this.scope = scope;
        this.given = delay;
    }

    /**
     * Runs a block for at most {@code delay}, and gives it the time-out, so that it can set another limit.
     *
     * @param delay zero and negative expire when the block suspends first, null never
     * @param block may {@code await} if it returns {@code Async}
     * @return its value; a block that ends although it was interrupted ends as it does
     * @throws X from the await, not from here
     */
    public static <T extends @Nullable Object, X extends Exception> Async<T> run(
            @Nullable Duration delay, Block<? super Timeout, T, X> block) throws X {
        return new TimeoutCall<>(delay, block::run);
    }

    /**
     * Begins a stretch of the running coroutine that ends with {@link #close()}:
     *
     * <pre>{@code
     * try (var limit = Timeout.after(Duration.ofSeconds(5))) {
     *     …
     * } catch (TimedOut e) {
     *     …
     * }
     * }</pre>
     *
     * @param delay zero and negative expire at once, null never
     * @throws IllegalStateException if not called by a task
     */
    public static Timeout after(@Nullable Duration delay) {
        return begin(EventLoop.current(), delay);
    }

    static Timeout begin(EventLoop loop, @Nullable Duration delay) {
        CancelScope scope = new CancelScope(loop, false, null).enter();
        scope.deadline(delay);
        return new Timeout(scope, delay);
    }

    /**
     * Sets another limit, counted from now on.
     *
     * @param delay zero and negative expire at once, null never
     * @throws IllegalStateException if the stretch has ended, or if the time-out has expired
     */
    public void reschedule(@Nullable Duration delay) {
        if (expired()) {
            throw new IllegalStateException("the time-out has expired: it cannot be rescheduled");
        }
        scope.deadline(delay);
        given = delay;
    }

    /** Whether the time was over before the stretch ended. */
    public boolean expired() {
        return scope.isCancelled();
    }

    /** How long there is left, null if there is no limit or the stretch has ended. */
    public @Nullable Duration timeLeft() {
        return scope.left();
    }

    /**
     * Ends the stretch. In a try-with-resources statement of a coroutine {@link TimedOut} takes the place of the {@link
     * Cancelled} that interrupted the block; if the block failed otherwise, it is suppressed in that failure.
     *
     * @throws TimedOut if anything in it was interrupted because the time was over, even if the block went on
     */
    @Override
    public void close() {
        scope.leave();
        RunningTask<?> host = scope.host();
        if (host != null && scope.isDelivered() && scope.endsOwn()) {
            TimedOut raised = timedOut();
            host.blockEndsWith(raised);
            throw raised;
        }
    }

    /** Ends the stretch, and gives what comes out of it instead of {@code failure}. */
    Throwable close(Throwable failure) {
        scope.leave();
        if (!scope.endsHere(failure)) {
            return failure;
        }
        TimedOut raised = timedOut();
        raised.initCause(failure);
        return raised;
    }

    /** Expires, without {@code body} having been tried. */
    <T extends @Nullable Object> Async<T> atOnce(Awaitable<T> body) {
        Frame.abandon(body);
        scope.cancel("no time was given");
        return Async.failed(new Cancelled(scope.reason()));
    }

    /** Ends the stretch, which did not fail. */
    void end() {
        scope.leave();
    }

    private TimedOut timedOut() {
        return new TimedOut("timed out after " + given);
    }

    @Override
    public String toString() {
        Duration left = timeLeft();
        return "timeout (" + (expired() ? "expired" : left == null ? "without limit" : left + " left") + ")";
    }
}
