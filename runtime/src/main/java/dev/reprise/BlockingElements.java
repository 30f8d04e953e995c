package dev.reprise;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The elements of an async source, for a thread that waits for each. */
final class BlockingElements<T extends @Nullable Object> extends Spliterators.AbstractSpliterator<T> {

    private final FacadeLoop loop;
    private final OnLoopElements<T> source;
    private @Nullable AsyncIterator<T> elements;

    BlockingElements(FacadeLoop loop, OnLoopElements<T> source) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.loop = loop;
        this.source = source;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        AsyncIterator<T> current = elements;
        if (current == null) {
            current = loop.call(() -> Async.of(source.asyncIterator()));
            elements = current;
        }
        if (!loop.call(current::advance)) {
            return false;
        }
        action.accept(current.current());
        return true;
    }

    void close() {
        loop.call(source::closeAsync);
    }
}
