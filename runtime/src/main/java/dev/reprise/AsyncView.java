package dev.reprise;

import org.jspecify.annotations.Nullable;

/** Elements that are made of those of one other source and have nothing of their own to close. */
interface AsyncView {

    AsyncIterable<?> source();

    /** What has to be closed when nobody reads {@code elements} any more: itself, or what it is a view of; null for nothing. */
    static @Nullable AsyncCloseable closeable(AsyncIterable<?> elements) {
        AsyncIterable<?> origin = elements;
        while (origin instanceof AsyncView view) {
            origin = view.source();
        }
        return origin instanceof AsyncCloseable closeable ? closeable : null;
    }
}
