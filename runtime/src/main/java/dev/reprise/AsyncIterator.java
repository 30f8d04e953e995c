package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * One run over the elements of an {@link AsyncIterable}. The async for calls it; programs do so by hand only where a loop
 * does not fit.
 *
 * <p>Used by one coroutine at a time, on one thread.
 *
 * @param <T> type of the elements
 */
public interface AsyncIterator<T extends @Nullable Object> {

    /**
     * Moves to the next element, to be awaited at once and once: an implementation may return the same object each time.
     * Its value is whether there is one; after the last element it is false again and again. A failure of the source is
     * raised by the await. Cancelling the await cancels whatever the source waits for.
     */
    Awaitable<Boolean> advance();

    /**
     * The element that the last {@link #advance()} moved to.
     *
     * @return undefined before the first {@code advance()} and after one that gave false or failed
     */
    T current();
}
