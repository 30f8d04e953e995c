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

    private static final class Walk<T extends @Nullable Object, R extends @Nullable Object>
            implements AsyncIterator<R> {

        private final AsyncIterator<T> source;
        private final Function<? super T, ? extends R> function;
        private @Nullable R current;

        /** Whether {@link #current} is that of the source's element. */
        private boolean applied;

        Walk(AsyncIterator<T> source, Function<? super T, ? extends R> function) {
            this.source = source;
            this.function = function;
        }

        @Override
        public Awaitable<Boolean> advance() {
            applied = false;
            current = null;
            return source.advance();
        }

        @Override
        @SuppressWarnings("NullAway") // once applied, what the function gave
        public R current() {
            if (!applied) {
                current = function.apply(source.current());
                applied = true;
            }
            return current;
        }
    }
}
