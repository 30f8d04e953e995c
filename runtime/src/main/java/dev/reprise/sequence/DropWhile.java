package dev.reprise.sequence;

import dev.reprise.Sequence;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The elements from the first that is not unwanted. */
public final class DropWhile<T extends @Nullable Object> extends Step<T> {

    private final Sequence<T> source;
    private final Predicate<? super T> unwanted;
    private boolean dropping = true;

    public DropWhile(Sequence<T> source, Predicate<? super T> unwanted) {
        this.source = source;
        this.unwanted = unwanted;
    }

    @Override
    boolean find() {
        while (source.hasNext()) {
            T element = source.next();
            dropping = dropping && unwanted.test(element);
            if (!dropping) {
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
