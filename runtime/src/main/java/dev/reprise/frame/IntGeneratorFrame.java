package dev.reprise.frame;

import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The state of a generator whose every yield gives out an {@code int}. It becomes an object only for those who pull
 * objects.
 *
 * @param <S> type of the values sent in
 * @param <R> type of the value the body returns
 */
public abstract class IntGeneratorFrame<S extends @Nullable Object, R extends @Nullable Object>
        extends GeneratorFrame<Integer, S, R> implements PrimitiveIterator.OfInt {

    private int element;

    /** For subclasses, which are generated. */
    protected IntGeneratorFrame() {}

    /** Called by the body at a yield, before it returns. */
    public final void give(int value, int point) {
        element = value;
        label = point;
    }

    @Override
    final void handOver(Push consumer) {
        consumer.ints().accept(element);
    }

    @Override
    public final void forEachRemaining(Consumer<? super Integer> action) {
        super.forEachRemaining(action);
    }

    @Override
    @SuppressWarnings("overloads") // as PrimitiveIterator has it
    public final void forEachRemaining(IntConsumer action) {
        new Push(Objects.requireNonNull(action)).all(this);
    }

    @Override
    public final int nextInt() {
        pull();
        return element();
    }

    /** The value that was pulled. */
    final int element() {
        GeneratorFrame<?, ?, ?> giver = giver();
        if (giver instanceof IntGeneratorFrame<?, ?> frame) {
            return frame.element;
        }
        Object value = giver.taken();
        if (value == null) {
            throw new NullPointerException("generator " + method() + " gave out null, which is no int: use next()");
        }
        return (Integer) value;
    }

    @Override
    final Object taken() {
        return element;
    }

    /** What a method that returns an {@code IntStream} returns: the elements in order; closing it closes the generator. */
    public final IntStream intStream() {
        return StreamSupport.intStream(new IntSpliterator(this), false).onClose(this::close);
    }
}
