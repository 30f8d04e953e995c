package dev.reprise;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * Something a coroutine can {@linkplain Async#await(Awaitable) await}: a cold {@link Async}, a running {@link Task} or a
 * {@link Promise}.
 *
 * @param <T> type of the value that the await gives
 */
public interface Awaitable<T extends @Nullable Object> {

    /**
     * Gives the outcome at once, or suspends the coroutines on the stack of {@code context}. Called by generated code;
     * programs write {@code await(x)}.
     *
     * <p>Either returns the value, or throws the failure (of any type, the same instance for every caller), or calls
     * {@link Context#suspendOn} and returns its result at once.
     *
     * @param context registers of the calling thread
     */
    @Nullable Object awaitIn(Context context);
}
