package dev.reprise.sequence;

import dev.reprise.Sequence;
import org.jspecify.annotations.Nullable;

/** The elements after the first. */
public final class Drop<T extends @Nullable Object> extends Step<T> {

    private final Sequence<T> source;
    private long left;

    public Drop(Sequence<T> source, long count) {
        this.source = source;
        left = checkCount(count);
    }

    @Override
    boolean find() {
        for (; left > 0 && source.hasNext(); left--) {
            source.next();
        }
        return source.hasNext() && found(source.next());
    }

    @Override
    void closeSource() {
        source.close();
    }
}
