package dev.reprise.frame;

import java.util.Objects;
import java.util.Spliterators;
import java.util.function.LongConsumer;

/** The elements of a generator for a stream of its kind. */
final class LongSpliterator extends Spliterators.AbstractLongSpliterator {

    private final LongGeneratorFrame<?, ?> generator;

    LongSpliterator(LongGeneratorFrame<?, ?> generator) {
        super(Long.MAX_VALUE, ORDERED);
        this.generator = generator;
    }

    @Override
    public boolean tryAdvance(LongConsumer action) {
        Objects.requireNonNull(action);
        if (!generator.moves()) {
            return false;
        }
        action.accept(generator.element());
        return true;
    }

    @Override
    public void forEachRemaining(LongConsumer action) {
        new Push(Objects.requireNonNull(action)).all(generator);
    }
}
