package dev.reprise.frame;

import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs generators to their ends for a consumer of all their values. Where the compiler made a body for that, a yield is a
 * call of the consumer; other generators are pulled. Meanwhile a generator is executing, to the consumer as to the body.
 *
 * <p>A failure of the consumer closes the generator, and no generator sees it.
 */
@SuppressWarnings("overloads") // one door for each kind of consumer, as in the JDK
public final class Push {
    /*
     * C2 inlines 15 calls into each other and no more. Those between a stream and the consumer at its end count, so there
     * are as few as can be on the way from all() to the yield.
     */

    /** Bodies that may run within each other; the next one is pulled, so that depth is bounded by the heap only. */
    private static final int ROOM = 200;

    private final Object source;

    // the faces of the source, made when a generator of such elements asks for them
    private @Nullable Consumer<Object> objects;
    private @Nullable IntConsumer ints;
    private @Nullable LongConsumer longs;
    private @Nullable DoubleConsumer doubles;

    @SuppressWarnings("unchecked") // generated code yields what its method declares
    Push(Consumer<?> consumer) {
        source = consumer;
        objects = (Consumer<Object>) consumer;
    }

    Push(IntConsumer consumer) {
        source = consumer;
        ints = consumer;
    }

    Push(LongConsumer consumer) {
        source = consumer;
        longs = consumer;
    }

    Push(DoubleConsumer consumer) {
        source = consumer;
        doubles = consumer;
    }

    /** Gives the consumer what is left of a generator. */
    void all(GeneratorFrame<?, ?, ?> generator) {
        all(generator, ROOM);
    }

    private void all(GeneratorFrame<?, ?, ?> generator, int room) {
        if (room == 0 || generator.label != Frame.CREATED || !generator.pushes()) {
            pull(generator);
            return;
        }
        generator.label = Frame.RUNNING;
        try {
            generator.exchange = generator.push(this, room);
        } catch (Throwable failure) {
            generator.finish();
            throw Sneaky.raise(failure);
        }
        generator.finish();
    }

    /** Called by generated code at a {@code yieldFrom}. */
    public static GeneratorFrame<?, ?, ?> frame(Iterator<?> values) {
        return Delegation.frame(values);
    }

    /** Called by generated code at a {@code yieldFrom}. */
    public static GeneratorFrame<?, ?, ?> frame(Iterable<?> values) {
        return Delegation.frame(values);
    }

    /** Called by generated code at a {@code yieldFrom}. */
    public static GeneratorFrame<?, ?, ?> frame(BaseStream<?, ?> values) {
        return Delegation.frame(values);
    }

    /** Called by generated code at a {@code yieldFrom}: gives the consumer what a generator has, and returns its result. */
    public @Nullable Object from(GeneratorFrame<?, ?, ?> generator, int room) {
        generator.requireNotExecuting();
        all(generator, Math.max(room - 1, 0));
        return generator.takeResult();
    }

    /** The consumer, for generators of objects. */
    public Consumer<Object> objects() {
        Consumer<Object> known = objects;
        if (known == null) {
            known = forObjects();
            objects = known;
        }
        return known;
    }

    /** The consumer, for generators of ints. */
    public IntConsumer ints() {
        IntConsumer known = ints;
        if (known == null) {
            Consumer<Object> taker = objects();
            known = taker instanceof IntConsumer primitives ? primitives : taker::accept;
            ints = known;
        }
        return known;
    }

    /** The consumer, for generators of longs. */
    public LongConsumer longs() {
        LongConsumer known = longs;
        if (known == null) {
            Consumer<Object> taker = objects();
            known = taker instanceof LongConsumer primitives ? primitives : taker::accept;
            longs = known;
        }
        return known;
    }

    /** The consumer, for generators of doubles. */
    public DoubleConsumer doubles() {
        DoubleConsumer known = doubles;
        if (known == null) {
            Consumer<Object> taker = objects();
            known = taker instanceof DoubleConsumer primitives ? primitives : taker::accept;
            doubles = known;
        }
        return known;
    }

    private Consumer<Object> forObjects() {
        if (source instanceof IntConsumer taker) {
            return value -> taker.accept((Integer) primitive(value));
        }
        if (source instanceof LongConsumer taker) {
            return value -> taker.accept((Long) primitive(value));
        }
        DoubleConsumer taker = (DoubleConsumer) source;
        return value -> taker.accept((Double) primitive(value));
    }

    private static Object primitive(@Nullable Object value) {
        return Objects.requireNonNull(
                value, "a generator of primitives delegated to one that gave out null: take the values as objects");
    }

    /** Called by generated code when a body did not catch the end of another generator that it pulled. */
    public static RuntimeException lost(Throwable end, String method) {
        return new IllegalStateException("generator " + method + " did not catch the end of another generator", end);
    }

    private void pull(GeneratorFrame<?, ?, ?> generator) {
        generator.requireNotExecuting();
        while (generator.moves()) {
            GeneratorFrame<?, ?, ?> giver = generator.giver();
            int point = giver.label;
            giver.label = Frame.RUNNING;
            try {
                giver.handOver(this);
            } catch (Throwable failure) {
                giver.label = point;
                close(generator, failure);
                throw Sneaky.raise(failure);
            }
            giver.label = point;
        }
    }

    private static void close(GeneratorFrame<?, ?, ?> generator, Throwable failure) {
        try {
            generator.close();
        } catch (Throwable second) {
            if (second != failure) {
                failure.addSuppressed(second);
            }
        }
    }
}
