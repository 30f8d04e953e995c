package dev.reprise.sequence;

import dev.reprise.Sequence;
import org.jspecify.annotations.Nullable;

/** The first elements. */
public final class Take<T extends @Nullable Object> extends Step<T> {

    private final Sequence<T> source;
    private long left;

    public Take(Sequence<T> source, long count) {
        this.source = source;
        left = checkCount(count);
    }

    @Override
    boolean find() {
        return left-- > 0 && source.hasNext() && found(source.next());
    }

    @Override
    void closeSource() {
        source.close();
    }
}
