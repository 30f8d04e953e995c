package dev.reprise.sequence;

import dev.reprise.Sequence;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The elements of one source and then of another. */
public final class Chain<T extends @Nullable Object> extends Step<T> {

    private final Sequence<T> first;
    private final Iterator<? extends T> second;

    public Chain(Sequence<T> first, Iterator<? extends T> second) {
        this.first = first;
        this.second = second;
    }

    @Override
    boolean find() {
        return first.hasNext() ? found(first.next()) : second.hasNext() && found(second.next());
    }

    @Override
    void closeSource() throws Exception {
        closeBoth(first, second);
    }
}
