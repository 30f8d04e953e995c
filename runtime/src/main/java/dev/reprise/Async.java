package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.StageSuspension;
import dev.reprise.frame.Unwoven;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that has been called and not started: the cold object that a {@link Coroutine @Coroutine} method returns.
 *
 * <p>It runs when a coroutine {@linkplain #await(Awaitable) awaits} it, on the awaiting coroutine's own stack up to the
 * first point that really suspends, or when a loop makes it a {@link Task}. It runs once: awaiting or starting it again
 * is an {@link IllegalStateException}. One that is never awaited never runs.
 *
 * <p>Not thread-safe; the thread that starts it runs it.
 *
 * @param <T> type of the coroutine's value
 */
public abstract class Async<T extends @Nullable Object> implements Awaitable<T> {

    /** For generated code and the runtime. */
    protected Async() {}

    /**
     * Where the coroutine is in its life. On the thread that runs it.
     *
     * <p>An {@code Async} that no coroutine method made, a {@link #sleep(Duration) sleep} for example, has no body: it is
     * always {@link CoroutineState#CREATED}, its line is -1, and it has no variables.
     */
    public CoroutineState state() {
        return CoroutineState.CREATED;
    }

    /**
     * The line of the source at which the body stands: that of the await while it is suspended, that of its first
     * statement before it has started, -1 while it runs, when it has ended, and when nothing is known of lines. On the
     * thread that runs the coroutine.
     */
    public int line() {
        return -1;
    }

    /**
     * What the variables hold that the body still needs, in the order of their declarations, {@code this} and the
     * parameters first; empty while the body runs and when it has ended. A variable that is not read any more is not
     * kept and therefore not there. In a class without debug tables ({@code javac -g:none}) the names are those of
     * slots, {@code arg$0} and {@code local$2}. On the thread that runs the coroutine.
     *
     * @return a snapshot that cannot be changed; values may be null
     */
    public Map<String, @Nullable Object> locals() {
        return Map.of();
    }

    /**
     * Waits for the outcome of {@code awaited}, and suspends the calling coroutine while it is not there. Only for the
     * body of a coroutine; the compiler replaces the call.
     *
     * <p>A failure is raised as the same instance, checked exceptions too: a coroutine that can fail with one declares
     * it. {@link Cancelled} is raised here when the task is cancelled meanwhile.
     *
     * @param awaited what to wait for
     * @return its value
     */
    public static <T extends @Nullable Object> T await(Awaitable<T> awaited) {
        throw Unwoven.error("await");
    }

    /**
     * Waits for a stage of the JDK's own futures, as {@link #await(Awaitable)} does. A {@link
     * java.util.concurrent.CompletionException CompletionException} or {@link java.util.concurrent.ExecutionException
     * ExecutionException} is unwrapped to its cause.
     *
     * @param awaited what to wait for
     * @return its value
     */
    public static <T extends @Nullable Object> T await(CompletionStage<T> awaited) {
        throw Unwoven.error("await");
    }

    /**
     * The elements of {@code source} for a loop that waits for each of them: {@code for (var x : await(source))}. The loop's
     * {@link AwaitIterator#hasNext()} is the point that suspends, and raises what the source fails with. Only for the body of
     * a coroutine; the compiler replaces the call.
     *
     * <p>Leaving the loop early leaves the source open: see {@link AsyncIterable}.
     *
     * @param source what to iterate
     */
    public static <T extends @Nullable Object> AwaitIterable<T> await(AsyncIterable<T> source) {
        throw Unwoven.error("await");
    }

    /** A coroutine that gives {@code value} at once; {@code return Async.of(value)} ends the calling one with it. */
    public static <T extends @Nullable Object> Async<T> of(T value) {
        Unwoven.check("Async.of");
        return new Done<>(value);
    }

    /** A coroutine without a value that ends at once; {@code return done()} ends the calling one. */
    public static Async<@Nullable Void> done() {
        Unwoven.check("Async.done");
        return new Done<>(null);
    }

    /** A coroutine that fails at once with {@code failure}. */
    public static <T extends @Nullable Object> Async<T> failed(Throwable failure) {
        Unwoven.check("Async.failed");
        return new Failed<>(failure);
    }

    /**
     * Waits for {@code delay} without holding the thread. A negative delay is none; without a delay it gives up exactly
     * one turn of the loop, in which every task that is ready runs.
     *
     * <p>Awaiting it off a loop is an {@link IllegalStateException}.
     */
    public static Async<@Nullable Void> sleep(Duration delay) {
        return new Sleep<>(delay, null);
    }

    /** Waits for {@code delay}, as {@link #sleep(Duration)} does, and gives {@code value}. */
    public static <T extends @Nullable Object> Async<T> sleep(Duration delay, T value) {
        return new Sleep<>(delay, value);
    }

    /**
     * Awaits {@code body} for at most {@code delay}: then it is cancelled as in a {@link Timeout}, its clean-up is waited
     * for, and {@link TimedOut} is raised. A body that ends nevertheless ends as it does. Awaited by a task.
     *
     * @param delay without one – zero, negative – a coroutine is not even started and {@code TimedOut} is raised, and what
     *     runs already has to have ended; null is no limit
     * @param body a coroutine that has not been started, or anything else that can be awaited
     */
    public static <T extends @Nullable Object> Async<T> timeout(@Nullable Duration delay, Awaitable<T> body) {
        boolean none = delay != null && (delay.isZero() || delay.isNegative());
        return new TimeoutCall<>(delay, limit -> none && !(body instanceof Outcome<?>) ? limit.atOnce(body) : body);
    }

    /**
     * Awaits {@code body} in a {@linkplain CancelScope#shield() shield}: cancelling the task, or a scope it is in, does not
     * reach {@code body}. When that has ended, its value is given; the next suspension raises {@link Cancelled}. Awaited by a
     * task.
     *
     * <p>The awaiting coroutine stays until {@code body} has ended; nothing goes on behind its back. Something that is to
     * outlive its caller is a task of a {@link TaskGroup} that outlives the caller.
     */
    public static <T extends @Nullable Object> Async<T> shield(Awaitable<T> body) {
        return new ShieldCall<>(body);
    }

    /**
     * Runs several awaitables concurrently and gives their values in the order of the arguments. Nothing starts before
     * the {@code gather} itself is awaited; coroutines are made tasks of the loop then.
     *
     * <p>The first failure is raised at once, and the others <i>go on</i>; a failure of theirs that nobody else receives goes
     * to the loop's exception handler. In a {@link TaskGroup} the others end with the first that fails. One that is cancelled by somebody else counts as failed with {@link Cancelled}. Cancelling the task that
     * awaits the {@code gather} cancels all of them, waits until all have ended, and raises {@code Cancelled}.
     *
     * @param awaited the same object twice runs once and gives its value twice
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // read, never written
    public static <T extends @Nullable Object> Async<List<T>> gather(Awaitable<? extends T>... awaited) {
        return new Gather<>(List.of(awaited), false);
    }

    /** As {@link #gather(Awaitable...)}, in the order of the collection. */
    public static <T extends @Nullable Object> Async<List<T>> gather(
            Collection<? extends Awaitable<? extends T>> awaited) {
        return new Gather<>(List.copyOf(awaited), false);
    }

    /**
     * Runs several awaitables concurrently, as {@link #gather(Awaitable...)} does, and gives how each has ended, when all
     * have. It fails only if it is cancelled itself.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // read, never written
    public static <T extends @Nullable Object> Async<List<Result<T>>> gatherOutcomes(
            Awaitable<? extends T>... awaited) {
        return new Gather<>(List.of(awaited), true);
    }

    /** As {@link #gatherOutcomes(Awaitable...)}, in the order of the collection. */
    public static <T extends @Nullable Object> Async<List<Result<T>>> gatherOutcomes(
            Collection<? extends Awaitable<? extends T>> awaited) {
        return new Gather<>(List.copyOf(awaited), true);
    }

    /**
     * Waits for tasks without receiving what they end with: it neither raises their failures nor cancels them, not even when
     * the wait itself is cancelled.
     *
     * @param tasks at least one, all of the loop that waits
     */
    public static <T extends @Nullable Object> Async<Waited<T>> waitUntil(
            Until until, Collection<? extends Task<? extends T>> tasks) {
        return new WaitUntil<>(until, null, tasks);
    }

    /**
     * Waits for tasks as {@link #waitUntil(Until, Collection)} does, for at most {@code limit}; that the time is over is no
     * failure.
     *
     * @param limit zero and negative wait for one turn of the loop, null without limit
     */
    public static <T extends @Nullable Object> Async<Waited<T>> waitUntil(
            Until until, @Nullable Duration limit, Collection<? extends Task<? extends T>> tasks) {
        return new WaitUntil<>(until, limit, tasks);
    }

    /** Runs several awaitables concurrently and gives them in the order in which they end; see {@link Completions}. */
    public static <T extends @Nullable Object> Completions<T> asCompleted(Collection<? extends Awaitable<T>> awaited) {
        return new Completions<>(awaited, null);
    }

    /**
     * As {@link #asCompleted(Collection)}, for at most {@code limit}.
     *
     * @param limit from the beginning of the iteration; null is none
     */
    public static <T extends @Nullable Object> Completions<T> asCompleted(
            @Nullable Duration limit, Collection<? extends Awaitable<T>> awaited) {
        return new Completions<>(awaited, limit);
    }

    /**
     * Runs several awaitables concurrently and gives the value of the first that succeeds. The others are cancelled, and
     * waited for. If all fail, the first failure is raised, with the others {@linkplain Throwable#getSuppressed()
     * suppressed} in it. Cancelling it cancels all and waits for them.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // read, never written
    public static <T extends @Nullable Object> Async<T> race(Awaitable<? extends T>... runners) {
        return new Race<>(null, List.of(runners));
    }

    /** As {@link #race(Awaitable...)}; started in the order of the collection. */
    public static <T extends @Nullable Object> Async<T> race(Collection<? extends Awaitable<? extends T>> runners) {
        return new Race<>(null, runners);
    }

    /**
     * A {@linkplain #race(Collection) race} with head starts: the next one is started when {@code headStart} has passed since
     * the last start, or as soon as one has failed. The second request to a slow server, for instance.
     */
    public static <T extends @Nullable Object> Async<T> hedge(
            Duration headStart, Collection<? extends Awaitable<? extends T>> runners) {
        return new Race<>(headStart, runners);
    }

    /**
     * Tries again when {@code attempt} fails.
     *
     * @param attempt makes the coroutine of each attempt
     * @return the value of the first attempt that succeeds. It fails with the last failure, those before it suppressed each
     *     in the next
     * @throws X from the await, not from here
     */
    public static <T extends @Nullable Object, X extends Exception> Async<T> retry(
            Retry policy, Call<? extends Async<T>, X> attempt) throws X {
        return new RetryCall<>(policy, attempt);
    }

    /**
     * Does blocking work on another thread: {@code String text = await(toThread(() -> Files.readString(path)))}. The work
     * begins when this is awaited, and sees the {@linkplain ContextVar context variables} of the awaiting coroutine; what it
     * sets stays on its thread.
     *
     * <p>How much is done at a time, and on which threads, is up to the {@linkplain LoopOptions#workers(int) options} of the loop; from
     * JDK 21 on each piece of work has a virtual thread. Work that computes for long rather than blocks is for an executor of
     * its own, with {@link EventLoop#runInExecutor(java.util.concurrent.Executor, Call)}.
     *
     * <p>Cancelling ends the wait at once: work that has not begun is not done, and work that has is not interrupted. It goes on
     * alone, its value is dropped, a failure of it goes to the loop's exception handler. What must not be left alone is
     * awaited in a {@linkplain #shield shield}.
     *
     * @param work called once
     * @throws X from the await, not from here
     */
    public static <T extends @Nullable Object, X extends Exception> Async<T> toThread(Call<? extends T, X> work)
            throws X {
        return new ToThread<>(work);
    }

    /**
     * A stage of the JDK's own futures as a coroutine. Cancelling the task that awaits it cancels a {@link
     * java.util.concurrent.CompletableFuture CompletableFuture}; of any other stage only the wait ends.
     */
    public static <T extends @Nullable Object> Async<T> from(CompletionStage<T> stage) {
        return new FromStage<>(stage);
    }

    private static final class FromStage<T extends @Nullable Object> extends Async<T> {
        private final CompletionStage<T> stage;

        FromStage(CompletionStage<T> stage) {
            this.stage = stage;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            return StageSuspension.await(stage, context);
        }
    }

    private static final class Done<T extends @Nullable Object> extends Async<T> {
        private final T value;

        Done(T value) {
            this.value = value;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            return value;
        }
    }

    private static final class Failed<T extends @Nullable Object> extends Async<T> {
        private final Throwable failure;

        Failed(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            throw Sneaky.raise(failure);
        }
    }
}
