package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * What an async for iterates: {@code for (var x : await(source))}. Made by {@link Async#await(AsyncIterable)}.
 *
 * @param <T> type of the elements
 */
public final class AwaitIterable<T extends @Nullable Object> implements Iterable<T> {

    private final AsyncIterable<T> source;

    private AwaitIterable(AsyncIterable<T> source) {
        this.source = source;
    }

    /** Stands for {@code await(source)} in rewritten code. */
    public static <T extends @Nullable Object> AwaitIterable<T> of(AsyncIterable<T> source) {
        return new AwaitIterable<>(source);
    }

    @Override
    public AwaitIterator<T> iterator() {
        return new AwaitIterator<>(source.asyncIterator());
    }
}
