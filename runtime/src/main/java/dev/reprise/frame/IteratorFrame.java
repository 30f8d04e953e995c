package dev.reprise.frame;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Gives out what an iterator has, for a generator that delegates to it. A failure thrown in comes straight back. */
final class IteratorFrame extends DelegateFrame {

    private final Iterator<?> iterator;

    IteratorFrame(Iterator<?> iterator) {
        super(iterator);
        this.iterator = iterator;
    }

    @Override
    boolean step(@Nullable Object received) {
        requireNothingSent(received);
        if (!iterator.hasNext()) {
            return false;
        }
        rest(iterator.next());
        return true;
    }

    @Override
    boolean raise(Throwable failure) throws Exception {
        if (failure instanceof GeneratorExit && iterator instanceof AutoCloseable closeable) {
            closeable.close();
        }
        throw Sneaky.raise(failure);
    }
}
