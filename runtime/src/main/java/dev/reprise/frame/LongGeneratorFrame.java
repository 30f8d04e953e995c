package dev.reprise.frame;

import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
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

    /** Called at a yield by the body that runs to its end. */
    public final void pass(long value) {
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

    private static void give(long value, Consumer<Object> consumer) {
        if (consumer instanceof LongConsumer primitives) {
            primitives.accept(value);
        } else {
            consumer.accept(value);
        }
    }

    @Override
    public final void forEachRemaining(Consumer<? super Long> action) {
        super.forEachRemaining(action);
    }

    @Override
    @SuppressWarnings("overloads") // as PrimitiveIterator has it
    public final void forEachRemaining(LongConsumer action) {
        Push.all(this, new LongTaker(Objects.requireNonNull(action)));
    }

    /** Takes elements as they are; those of other generators may come as objects. */
    @SuppressWarnings("overloads") // both interfaces have an andThen, which nobody calls
    private record LongTaker(LongConsumer action) implements Consumer<@Nullable Long>, LongConsumer {

        @Override
        public void accept(long value) {
            action.accept(value);
        }

        @Override
        public void accept(@Nullable Long value) {
            action.accept(Objects.requireNonNull(
                    value,
                    "a generator of primitives delegated to one that gave out null: take the values as objects"));
        }
    }

    @Override
    public final long nextLong() {
        pull();
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
        return StreamSupport.longStream(
                        Spliterators.spliteratorUnknownSize((PrimitiveIterator.OfLong) this, Spliterator.ORDERED),
                        false)
                .onClose(this::close);
    }
}
