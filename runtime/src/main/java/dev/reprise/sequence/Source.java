package dev.reprise.sequence;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** An iterator that is no sequence. */
public final class Source<T extends @Nullable Object> extends Step<T> {

    private final Iterator<? extends T> iterator;
    private final Object origin;

    /** @param origin closed with the sequence if it can be */
    public Source(Iterator<? extends T> iterator, Object origin) {
        this.iterator = iterator;
        this.origin = origin;
    }

    @Override
    boolean find() {
        return iterator.hasNext() && found(iterator.next());
    }

    @Override
    void closeSource() throws Exception {
        closeOne(origin);
    }
}
