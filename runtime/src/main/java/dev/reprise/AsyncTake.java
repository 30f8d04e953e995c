package dev.reprise;

import org.jspecify.annotations.Nullable;

/** The elements of {@link AsyncIterable#take}. */
record AsyncTake<T extends @Nullable Object>(AsyncIterable<T> source, long most)
        implements AsyncIterable<T>, AsyncView {

    AsyncTake {
        if (most < 0) {
            throw new IllegalArgumentException("cannot take " + most + " elements");
        }
    }

    @Override
    public AsyncIterator<T> asyncIterator() {
        return new Walk<>(source.asyncIterator(), most);
    }

    private static final class Walk<T extends @Nullable Object> implements AsyncIterator<T> {

        private final AsyncIterator<T> source;
        private long left;

        Walk(AsyncIterator<T> source, long left) {
            this.source = source;
            this.left = left;
        }

        @Override
        public Awaitable<Boolean> advance() {
            if (left == 0) {
                return context -> false;
            }
            left--;
            return source.advance();
        }

        @Override
        public T current() {
            return source.current();
        }
    }
}
