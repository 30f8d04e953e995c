package dev.reprise;

/** Stands for the real class when a program runs unwoven. */
public final class AwaitIterable<T> implements Iterable<T> {

    private final AsyncIterable<T> source;

    private AwaitIterable(AsyncIterable<T> source) {
        this.source = source;
    }

    public static <T> AwaitIterable<T> of(AsyncIterable<T> source) {
        return new AwaitIterable<>(source);
    }

    @Override
    public AwaitIterator<T> iterator() {
        return new AwaitIterator<>(source.asyncIterator());
    }
}
