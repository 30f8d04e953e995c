package dev.reprise.frame;

import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
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

    /** Called at a yield by the body that runs to its end. */
    public final void pass(int value) {
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

    private static void give(int value, Consumer<Object> consumer) {
        if (consumer instanceof IntConsumer primitives) {
            primitives.accept(value);
        } else {
            consumer.accept(value);
        }
    }

    @Override
    public final void forEachRemaining(Consumer<? super Integer> action) {
        super.forEachRemaining(action);
    }

    @Override
    @SuppressWarnings("overloads") // as PrimitiveIterator has it
    public final void forEachRemaining(IntConsumer action) {
        Push.all(this, new IntTaker(Objects.requireNonNull(action)));
    }

    /** Takes elements as they are; those of other generators may come as objects. */
    @SuppressWarnings("overloads") // both interfaces have an andThen, which nobody calls
    private record IntTaker(IntConsumer action) implements Consumer<@Nullable Integer>, IntConsumer {

        @Override
        public void accept(int value) {
            action.accept(value);
        }

        @Override
        public void accept(@Nullable Integer value) {
            action.accept(Objects.requireNonNull(
                    value,
                    "a generator of primitives delegated to one that gave out null: take the values as objects"));
        }
    }

    @Override
    public final int nextInt() {
        pull();
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
        return StreamSupport.intStream(
                        Spliterators.spliteratorUnknownSize((PrimitiveIterator.OfInt) this, Spliterator.ORDERED), false)
                .onClose(this::close);
    }
}
