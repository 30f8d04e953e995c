package dev.reprise.frame;

import java.util.Objects;
import java.util.Spliterators;
import java.util.function.IntConsumer;

/** The elements of a generator for a stream of its kind. */
final class IntSpliterator extends Spliterators.AbstractIntSpliterator {

    private final IntGeneratorFrame<?, ?> generator;

    IntSpliterator(IntGeneratorFrame<?, ?> generator) {
        super(Long.MAX_VALUE, ORDERED);
        this.generator = generator;
    }

    @Override
    public boolean tryAdvance(IntConsumer action) {
        Objects.requireNonNull(action);
        if (!generator.moves()) {
            return false;
        }
        action.accept(generator.element());
        return true;
    }

    @Override
    public void forEachRemaining(IntConsumer action) {
        new Push(Objects.requireNonNull(action)).all(generator);
    }
}
