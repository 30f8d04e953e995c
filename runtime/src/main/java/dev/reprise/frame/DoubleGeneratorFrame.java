package dev.reprise.frame;

import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The state of a generator whose every yield gives out a {@code double}. It becomes an object only for those who pull
 * objects.
 *
 * @param <S> type of the values sent in
 * @param <R> type of the value the body returns
 */
public abstract class DoubleGeneratorFrame<S extends @Nullable Object, R extends @Nullable Object>
        extends GeneratorFrame<Double, S, R> implements PrimitiveIterator.OfDouble {

    private double element;

    /** For subclasses, which are generated. */
    protected DoubleGeneratorFrame() {}

    /** Called by the body at a yield, before it returns. */
    public final void give(double value, int point) {
        element = value;
        label = point;
    }

    @Override
    final void handOver(Push consumer) {
        consumer.doubles().accept(element);
    }

    @Override
    public final void forEachRemaining(Consumer<? super Double> action) {
        super.forEachRemaining(action);
    }

    @Override
    @SuppressWarnings("overloads") // as PrimitiveIterator has it
    public final void forEachRemaining(DoubleConsumer action) {
        new Push(Objects.requireNonNull(action)).all(this);
    }

    @Override
    public final double nextDouble() {
        pull();
        return element();
    }

    /** The value that was pulled. */
    final double element() {
        GeneratorFrame<?, ?, ?> giver = giver();
        if (giver instanceof DoubleGeneratorFrame<?, ?> frame) {
            return frame.element;
        }
        Object value = giver.taken();
        if (value == null) {
            throw new NullPointerException("generator " + method() + " gave out null, which is no double: use next()");
        }
        return (Double) value;
    }

    @Override
    final Object taken() {
        return element;
    }

    /** What a method that returns a {@code DoubleStream} returns: the elements in order; closing it closes the generator. */
    public final DoubleStream doubleStream() {
        return StreamSupport.doubleStream(new DoubleSpliterator(this), false).onClose(this::close);
    }
}
