package dev.reprise.sequence;

import dev.reprise.Sequence;
import dev.reprise.frame.Sneaky;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The elements of what a function makes of each element. */
public final class FlatMap<T extends @Nullable Object, R extends @Nullable Object> extends Step<R> {

    private final Sequence<T> source;
    private final Function<? super T, ? extends Iterator<? extends R>> function;
    private Iterator<? extends R> part = Collections.emptyIterator();

    public FlatMap(Sequence<T> source, Function<? super T, ? extends Iterator<? extends R>> function) {
        this.source = source;
        this.function = function;
    }

    @Override
    boolean find() {
        while (!part.hasNext()) {
            if (!source.hasNext()) {
                return false;
            }
            leavePart();
            part = function.apply(source.next());
        }
        return found(part.next());
    }

    private void leavePart() {
        Iterator<? extends R> left = part;
        part = Collections.emptyIterator();
        try {
            closeOne(left);
        } catch (Exception failure) {
            throw Sneaky.raise(failure);
        }
    }

    @Override
    void closeSource() throws Exception {
        closeBoth(part, source);
    }
}
