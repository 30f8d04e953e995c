package dev.reprise.benchmarks.arena;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator over what {@link #advance} gives, until it gives null. */
public abstract class Elements implements Iterator<Integer> {

    private @Nullable Integer fetched;

    /** Runs the generator up to its next element; null if it has ended, and so at each further call. */
    protected abstract @Nullable Integer advance();

    @Override
    public final boolean hasNext() {
        if (fetched == null) {
            fetched = advance();
        }
        return fetched != null;
    }

    @Override
    public final Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Integer element = fetched;
        fetched = null;
        return element;
    }
}
