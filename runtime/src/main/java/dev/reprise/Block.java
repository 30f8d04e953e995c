package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a coroutine that is passed as a lambda, and is run in a scope of its own. It may {@code await}, and may fail with
 * any exception, which comes out of the await of the whole; see {@link Call}.
 *
 * @param <S> what it is given
 * @param <T> type of its value
 * @param <X> what it throws; inferred from a lambda
 */
@FunctionalInterface
public interface Block<S, T extends @Nullable Object, X extends Exception> {

    /** Called once, when the whole is awaited. */
    Async<T> run(S scope) throws X;
}
