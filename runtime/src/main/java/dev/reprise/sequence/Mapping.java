package dev.reprise.sequence;

import dev.reprise.Sequence;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a function makes of each element. */
public final class Mapping<T extends @Nullable Object, R extends @Nullable Object> extends Step<R> {

    private final Sequence<T> source;
    private final Function<? super T, ? extends R> function;

    public Mapping(Sequence<T> source, Function<? super T, ? extends R> function) {
        this.source = source;
        this.function = function;
    }

    @Override
    boolean find() {
        return source.hasNext() && found(function.apply(source.next()));
    }

    @Override
    void closeSource() {
        source.close();
    }
}
