package dev.reprise;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The elements of {@link AsyncIterable#timeout}. */
record AsyncTimeout<T extends @Nullable Object>(AsyncIterable<T> source, Duration patience)
        implements AsyncIterable<T>, AsyncView {

    @Override
    public AsyncIterator<T> asyncIterator() {
        return new Walk<>(source.asyncIterator(), patience);
    }

    private record Walk<T extends @Nullable Object>(AsyncIterator<T> source, Duration patience)
            implements AsyncIterator<T> {

        @Override
        public Awaitable<Boolean> advance() {
            return Async.timeout(patience, source.advance());
        }

        @Override
        public T current() {
            return source.current();
        }
    }
}
