package dev.reprise;

import dev.reprise.frame.Unwoven;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The iterator of an async for. Its {@link #hasNext()} is a suspension point: in the body of a coroutine the compiler
 * replaces the call. Each call moves on, so {@code hasNext()} and {@link #next()} are called in turn, as a for loop does.
 *
 * @param <T> type of the elements
 */
public final class AwaitIterator<T extends @Nullable Object> implements Iterator<T> {

    private final AsyncIterator<T> source;

    /** Whether the element that {@link #advance()} moved to has not been taken yet. */
    private boolean pending;

    AwaitIterator(AsyncIterator<T> source) {
        this.source = source;
    }

    /** Waits for the next element. Only for the body of a coroutine, in a loop over {@code await(source)}. */
    @Override
    public boolean hasNext() {
        throw Unwoven.error("hasNext of an async for");
    }

    /**
     * Stands for {@link #hasNext()} in rewritten code, which awaits it.
     *
     * @throws IllegalStateException if the element before has not been taken
     */
    public Awaitable<Boolean> advance() {
        if (pending) {
            throw new IllegalStateException(
                    "hasNext() of an async for was called again before next(): each call moves on to another element");
        }
        pending = true;
        return source.advance();
    }

    /** The element that {@link #hasNext()} waited for. */
    @Override
    public T next() {
        if (!pending) {
            throw new IllegalStateException("next() of an async for was called without hasNext()");
        }
        pending = false;
        return source.current();
    }
}
