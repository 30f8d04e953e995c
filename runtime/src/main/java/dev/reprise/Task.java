package dev.reprise;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that runs on an event loop, concurrently with the loop's other tasks. {@link EventLoop#createTask} makes
 * one; its first step is in the next turn of the loop. The loop holds its tasks until they have ended.
 *
 * <p>Any number of coroutines may await a task, those of other loops, too; a failure reaches each of them as the same instance. A failure that
 * nobody receives goes to the {@linkplain EventLoop#setExceptionHandler exception handler}.
 *
 * <p>Used on the loop's thread, except for what {@link Future} declares and for {@link #toCompletableFuture()}, which are
 * thread-safe.
 *
 * <h2>Cancellation</h2>
 *
 * {@link #cancel(String)} is a request. It goes down to the innermost operation that is waited for – through tasks that
 * are awaited by this one, too – and comes back as {@link Cancelled} raised at the {@code await}; the coroutine may clean
 * up, even with further awaits, or catch it and go on. A task is {@linkplain #isCancelled() cancelled} when its coroutine
 * has ended with {@code Cancelled}, not before. Three corners:
 *
 * <ul>
 *   <li>A task that has not had its first step never runs its body and ends cancelled.
 *   <li>A task that was about to go on, because what it waited for is there already, is cancelled all the same: the
 *       outcome it waited for is lost.
 *   <li>A task that cancels itself goes on to its next await that really suspends. If there is none, it ends cancelled.
 * </ul>
 *
 * <p>A coroutine that awaits a task of another loop passes the request on to it, and {@code Cancelled} is raised at once: the
 * clean-up on another loop is not waited for.
 *
 * <p>One request raises one {@code Cancelled}: a coroutine that catches it is not interrupted again by the same request.
 *
 * @param <T> type of the coroutine's value
 */
public sealed interface Task<T extends @Nullable Object> extends Awaitable<T>, Future<T> permits RunningTask {

    /** The name it was given, or else {@code Task-} and its number in the loop. */
    String name();

    /**
     * The coroutines of the task that are suspended: the outermost first, which is the task's own, then each the one that
     * the one before awaits. Empty unless the task is suspended. For looking at: they belong to the task, and awaiting one
     * is an {@link IllegalStateException}.
     *
     * @return a snapshot
     * @throws IllegalStateException if called on another thread than the loop's
     */
    List<Async<?>> coroutines();

    /**
     * Where the task stands in the source: of a suspended task a line for each of its {@link #coroutines()}, of a failed
     * one the stack trace of its failure, else nothing. The outermost first, unlike {@link Throwable#getStackTrace()}.
     *
     * @return a snapshot
     * @throws IllegalStateException if called on another thread than the loop's
     */
    List<StackTraceElement> stack();

    /**
     * What the innermost coroutine of a suspended task waits for: a {@link Task} or a {@link Promise} as it is, anything
     * else as an object whose {@link Object#toString()} says what it is.
     *
     * @return null unless the task is suspended
     * @throws IllegalStateException if called on another thread than the loop's
     */
    @Nullable Object waitsFor();

    /**
     * The value of the coroutine. A failure is thrown as it is.
     *
     * @throws IllegalStateException if the task has not ended
     * @throws Cancelled if it was cancelled
     */
    T result();

    /**
     * The failure of the coroutine, null if it returned.
     *
     * @throws IllegalStateException if the task has not ended
     * @throws Cancelled if it was cancelled
     */
    @Nullable Throwable exception();

    /** Requests cancellation without a reason; see {@link #cancel(String)}. */
    default boolean cancel() {
        return cancel(null);
    }

    /**
     * Requests cancellation.
     *
     * @param reason message of the {@link Cancelled}, or null
     * @return false if the task has ended
     * @throws IllegalStateException if called on another thread than the loop's; {@link #cancel(boolean)} is thread-safe
     */
    boolean cancel(@Nullable String reason);

    /**
     * Requests cancellation, as {@link #cancel()} does. Thread-safe.
     *
     * @param mayInterruptIfRunning without meaning: the coroutine learns of it at its next suspension
     * @return false if the task has ended
     */
    @Override
    boolean cancel(boolean mayInterruptIfRunning);

    /** Whether the coroutine has ended with {@link Cancelled}. A request alone does not make it so. */
    @Override
    boolean isCancelled();

    /** How many requests for cancellation there were, less those that {@link #uncancel()} took back. */
    int cancelling();

    /**
     * Takes one request for cancellation back: for whoever made it, caught the {@link Cancelled} and lets the task go on.
     *
     * @return the requests left, never below 0
     */
    int uncancel();

    /**
     * Asks the loop to call {@code callback} when the task has ended; if it has, in the next turn. Callbacks and awaiting
     * coroutines take their turns in the order in which they asked.
     *
     * @return to call it off
     */
    Handle onDone(Consumer<? super Task<T>> callback);

    /**
     * A future of the JDK with the same outcome. Cancelling it cancels the task; completing it does not touch the task.
     * Thread-safe.
     */
    CompletableFuture<T> toCompletableFuture();

    /**
     * Waits for the value. Thread-safe, for other threads than the loop's: a coroutine awaits the task.
     *
     * @throws CancellationException if the task was cancelled
     * @throws IllegalStateException on the loop's thread, if the task has not ended
     */
    @Override
    T get() throws InterruptedException, ExecutionException;
}
