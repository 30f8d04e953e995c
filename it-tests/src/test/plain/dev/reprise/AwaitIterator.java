package dev.reprise;

import java.util.Iterator;

/** Stands for the real class when a program runs unwoven: nothing that it awaits is late. */
public final class AwaitIterator<T> implements Iterator<T> {

    private final AsyncIterator<T> source;

    AwaitIterator(AsyncIterator<T> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return Async.await(source.advance());
    }

    @Override
    public T next() {
        return source.current();
    }
}
