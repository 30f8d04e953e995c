package dev.reprise.frame;

import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The state of a generator whose every yield gives out a {@code long}. It becomes an object only for those who pull
 * objects.
 *
 * @param <S> type of the values sent in
 * @param <R> type of the value the body returns
 */
public abstract class LongGeneratorFrame<S extends @Nullable Object, R extends @Nullable Object>
        extends GeneratorFrame<Long, S, R> implements PrimitiveIterator.OfLong {

    private long element;

    /** For subclasses, which are generated. */
    protected LongGeneratorFrame() {}

    /** Called by the body at a yield, before it returns. */
    public final void give(long value, int point) {
        element = value;
        label = point;
    }

    @Override
    final void handOver(Push consumer) {
        consumer.longs().accept(element);
    }

    @Override
    public final void forEachRemaining(Consumer<? super Long> action) {
        super.forEachRemaining(action);
    }

    @Override
    @SuppressWarnings("overloads") // as PrimitiveIterator has it
    public final void forEachRemaining(LongConsumer action) {
        new Push(Objects.requireNonNull(action)).all(this);
    }

    @Override
    public final long nextLong() {
        pull();
        return element();
    }

    /** The value that was pulled. */
    final long element() {
        GeneratorFrame<?, ?, ?> giver = giver();
        if (giver instanceof LongGeneratorFrame<?, ?> frame) {
            return frame.element;
        }
        Object value = giver.taken();
        if (value == null) {
            throw new NullPointerException("generator " + method() + " gave out null, which is no long: use next()");
        }
        return (Long) value;
    }

    @Override
    final Object taken() {
        return element;
    }

    /** What a method that returns a {@code LongStream} returns: the elements in order; closing it closes the generator. */
    public final LongStream longStream() {
        return StreamSupport.longStream(new LongSpliterator(this), false).onClose(this::close);
    }
}
