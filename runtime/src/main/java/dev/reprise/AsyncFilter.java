package dev.reprise;

import dev.reprise.frame.Context;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The elements of {@link AsyncIterable#filter}. */
record AsyncFilter<T extends @Nullable Object>(AsyncIterable<T> source, Predicate<? super T> wanted)
        implements AsyncIterable<T>, AsyncView {

    @Override
    public AsyncIterator<T> asyncIterator() {
        return new Walk<>(source.asyncIterator(), wanted);
    }

    private record Walk<T extends @Nullable Object>(AsyncIterator<T> source, Predicate<? super T> wanted)
            implements AsyncIterator<T> {

        @Override
        public Awaitable<Boolean> advance() {
            return new Search<>(source, wanted);
        }

        @Override
        public T current() {
            return source.current();
        }
    }

    private static final class Search<T extends @Nullable Object> extends HandWritten<Boolean> {

        private final AsyncIterator<T> source;
        private final Predicate<? super T> wanted;

        Search(AsyncIterator<T> source, Predicate<? super T> wanted) {
            this.source = source;
            this.wanted = wanted;
        }

        @Override
        @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
            if (failure != null) {
                throw failure;
            }
            if (await != CREATED) {
                if (!Boolean.TRUE.equals(value)) {
                    return false;
                }
                if (wanted.test(source.current())) {
                    return true;
                }
            }
            return awaiting(1, source.advance());
        }

        @Override
        String method() {
            return "filter";
        }
    }
}
