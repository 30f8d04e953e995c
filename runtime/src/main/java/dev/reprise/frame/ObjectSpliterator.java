package dev.reprise.frame;

import java.util.Objects;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The elements of a generator for a stream of objects. */
final class ObjectSpliterator<Y extends @Nullable Object> extends Spliterators.AbstractSpliterator<Y> {

    private final GeneratorFrame<Y, ?, ?> generator;

    ObjectSpliterator(GeneratorFrame<Y, ?, ?> generator) {
        super(Long.MAX_VALUE, ORDERED);
        this.generator = generator;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Y> action) {
        Objects.requireNonNull(action);
        if (!generator.moves()) {
            return false;
        }
        action.accept(generator.given());
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super Y> action) {
        new Push(Objects.requireNonNull(action)).all(generator);
    }
}
