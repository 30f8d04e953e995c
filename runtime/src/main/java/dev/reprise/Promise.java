package dev.reprise;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that somebody will set, and that any number of coroutines may await. {@link EventLoop#promise()} makes one.
 *
 * <p>Setting the outcome runs nobody: those who wait go on in later turns of the loop, in the order in which they began
 * to wait. Awaiting a promise that has its outcome does not suspend.
 *
 * <p>Cancelling a task that awaits a promise cancels the promise, and with it the wait of everybody else.
 *
 * <p>Belongs to the thread of its loop; from other threads use {@code loop.execute(() -> promise.complete(value))}.
 *
 * @param <T> type of the value
 */
public sealed interface Promise<T extends @Nullable Object> extends Awaitable<T> permits PendingPromise {

    /**
     * Sets the value.
     *
     * @throws IllegalStateException if the promise has its outcome
     */
    void complete(T value);

    /**
     * Sets the failure; every await raises this instance.
     *
     * @throws IllegalStateException if the promise has its outcome
     */
    void fail(Throwable failure);

    /** Sets the value unless the promise has its outcome, and says whether it did. */
    boolean tryComplete(T value);

    /** Sets the failure unless the promise has its outcome, and says whether it did. */
    boolean tryFail(Throwable failure);

    /** Cancels without a reason; see {@link #cancel(String)}. */
    default boolean cancel() {
        return cancel(null);
    }

    /**
     * Makes every await raise {@link Cancelled}.
     *
     * @param reason message of the {@code Cancelled}, or null
     * @return false if the promise has its outcome
     */
    boolean cancel(@Nullable String reason);

    /** Whether it has its outcome. Thread-safe. */
    boolean isDone();

    /** Whether it was cancelled. Thread-safe. */
    boolean isCancelled();

    /**
     * The value. A failure is thrown as it is.
     *
     * @throws IllegalStateException if the promise has no outcome yet
     * @throws Cancelled if it was cancelled
     */
    T result();

    /**
     * The failure, null if there is a value.
     *
     * @throws IllegalStateException if the promise has no outcome yet
     * @throws Cancelled if it was cancelled
     */
    @Nullable Throwable exception();

    /**
     * Asks the loop to call {@code callback} when the outcome is there; if it is, in the next turn.
     *
     * @return to call it off
     */
    Handle onDone(Consumer<? super Promise<T>> callback);
}
