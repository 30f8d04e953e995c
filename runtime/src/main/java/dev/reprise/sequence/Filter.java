package dev.reprise.sequence;

import dev.reprise.Sequence;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The elements that are wanted. */
public final class Filter<T extends @Nullable Object> extends Step<T> {

    private final Sequence<T> source;
    private final Predicate<? super T> wanted;

    public Filter(Sequence<T> source, Predicate<? super T> wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    @Override
    boolean find() {
        while (source.hasNext()) {
            T element = source.next();
            if (wanted.test(element)) {
                return found(element);
            }
        }
        return false;
    }

    @Override
    void closeSource() {
        source.close();
    }
}
