package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * Elements that arrive one by one, each of which may have to be waited for: the source of an <i>async for</i>.
 *
 * <pre>{@code
 * for (String line : await(lines)) { … }
 * }</pre>
 *
 * <p>A loop that is left early, by break, return or an exception, leaves the source as it is. A source that has to be
 * closed is an {@link AsyncCloseable} and belongs into a try-with-resources statement.
 *
 * <p>Whether it can be iterated more than once is up to the implementation. An {@link AsyncGenerator} method is the usual way
 * to make one.
 *
 * @param <T> type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T extends @Nullable Object> {

    /** A new run over the elements. Nothing happens before its first {@link AsyncIterator#advance()}. */
    AsyncIterator<T> asyncIterator();
}
