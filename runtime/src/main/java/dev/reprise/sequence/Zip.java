package dev.reprise.sequence;

import dev.reprise.Sequence;
import java.util.Iterator;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Elements of two sources, pair by pair. */
public final class Zip<T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
        extends Step<R> {

    private final Sequence<T> first;
    private final Iterator<? extends U> second;
    private final BiFunction<? super T, ? super U, ? extends R> function;

    public Zip(
            Sequence<T> first, Iterator<? extends U> second, BiFunction<? super T, ? super U, ? extends R> function) {
        this.first = first;
        this.second = second;
        this.function = function;
    }

    @Override
    boolean find() {
        return first.hasNext() && second.hasNext() && found(function.apply(first.next(), second.next()));
    }

    @Override
    void closeSource() throws Exception {
        closeBoth(first, second);
    }
}
