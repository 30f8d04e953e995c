package dev.reprise.frame;

import java.util.Objects;
import java.util.Spliterators;
import java.util.function.DoubleConsumer;

/** The elements of a generator for a stream of its kind. */
final class DoubleSpliterator extends Spliterators.AbstractDoubleSpliterator {

    private final DoubleGeneratorFrame<?, ?> generator;

    DoubleSpliterator(DoubleGeneratorFrame<?, ?> generator) {
        super(Long.MAX_VALUE, ORDERED);
        this.generator = generator;
    }

    @Override
    public boolean tryAdvance(DoubleConsumer action) {
        Objects.requireNonNull(action);
        if (!generator.moves()) {
            return false;
        }
        action.accept(generator.element());
        return true;
    }

    @Override
    public void forEachRemaining(DoubleConsumer action) {
        new Push(Objects.requireNonNull(action)).all(generator);
    }
}
