package dev.reprise;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The elements of {@link AsyncIterable#map}. */
record AsyncMap<T extends @Nullable Object, R extends @Nullable Object>(
        AsyncIterable<T> source, Function<? super T, ? extends R> function) implements AsyncIterable<R>, AsyncView {

    @Override
    public AsyncIterator<R> asyncIterator() {
        return new Walk<>(source.asyncIterator(), function);
    }

    private record Walk<T extends @Nullable Object, R extends @Nullable Object>(
            AsyncIterator<T> source, Function<? super T, ? extends R> function) implements AsyncIterator<R> {

        @Override
        public Awaitable<Boolean> advance() {
            return source.advance();
        }

        @Override
        public R current() {
            return function.apply(source.current());
        }
    }
}
