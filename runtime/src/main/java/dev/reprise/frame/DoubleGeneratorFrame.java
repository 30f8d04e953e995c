package dev.reprise.frame;

import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
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

    /** Called at a yield by the body that runs to its end. */
    public final void pass(double value) {
        Push taking = pushing();
        try {
            give(value, taking.consumer());
        } catch (Throwable failure) {
            throw taking.refused(failure);
        }
    }

    @Override
    final void handOver(Consumer<Object> consumer) {
        give(element, consumer);
    }

    private static void give(double value, Consumer<Object> consumer) {
        if (consumer instanceof DoubleConsumer primitives) {
            primitives.accept(value);
        } else {
            consumer.accept(value);
        }
    }

    @Override
    public final void forEachRemaining(Consumer<? super Double> action) {
        super.forEachRemaining(action);
    }

    @Override
    @SuppressWarnings("overloads") // as PrimitiveIterator has it
    public final void forEachRemaining(DoubleConsumer action) {
        Push.all(this, new DoubleTaker(Objects.requireNonNull(action)));
    }

    /** Takes elements as they are; those of other generators may come as objects. */
    @SuppressWarnings("overloads") // both interfaces have an andThen, which nobody calls
    private record DoubleTaker(DoubleConsumer action) implements Consumer<@Nullable Double>, DoubleConsumer {

        @Override
        public void accept(double value) {
            action.accept(value);
        }

        @Override
        public void accept(@Nullable Double value) {
            action.accept(Objects.requireNonNull(
                    value,
                    "a generator of primitives delegated to one that gave out null: take the values as objects"));
        }
    }

    @Override
    public final double nextDouble() {
        pull();
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
        return StreamSupport.doubleStream(
                        Spliterators.spliteratorUnknownSize((PrimitiveIterator.OfDouble) this, Spliterator.ORDERED),
                        false)
                .onClose(this::close);
    }
}
