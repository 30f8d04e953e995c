package dev.reprise.sequence;

import dev.reprise.Sequence;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The elements before the first that is not wanted. */
public final class TakeWhile<T extends @Nullable Object> extends Step<T> {

    private final Sequence<T> source;
    private final Predicate<? super T> wanted;

    public TakeWhile(Sequence<T> source, Predicate<? super T> wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    @Override
    boolean find() {
        if (!source.hasNext()) {
            return false;
        }
        T element = source.next();
        return wanted.test(element) && found(element);
    }

    @Override
    void closeSource() {
        source.close();
    }
}
