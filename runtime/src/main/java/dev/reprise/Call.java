package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * Something to be called later. What it throws comes out of the await of whatever it was given to; that method declares the
 * same exceptions, so that {@code catch} and {@code throws} around the await mean what they say.
 *
 * @param <T> type of its value
 * @param <X> what it throws; inferred from a lambda
 */
@FunctionalInterface
public interface Call<T extends @Nullable Object, X extends Exception> {

    /** Called as often as the method says that takes it. */
    T call() throws X;
}
