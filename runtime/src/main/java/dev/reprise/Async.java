package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Unwoven;
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

    /** A coroutine that gives {@code value} at once; {@code return Async.of(value)} ends the calling one with it. */
    public static <T extends @Nullable Object> Async<T> of(T value) {
        return new Done<>(value);
    }

    /** A coroutine without a value that ends at once; {@code return done()} ends the calling one. */
    public static Async<@Nullable Void> done() {
        return new Done<>(null);
    }

    /** A coroutine that fails at once with {@code failure}. */
    public static <T extends @Nullable Object> Async<T> failed(Throwable failure) {
        return new Failed<>(failure);
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
