package dev.reprise.frame;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs generators to their ends for a consumer of all their values. Where the compiler made a body for that, a yield is a
 * call of the consumer; other generators are pulled. Meanwhile a generator is executing, to the consumer as to the body.
 *
 * <p>A failure of the consumer closes the generator, and no generator sees it.
 */
final class Push {

    /** Bodies on the Java stack from which on those they delegate to are pulled. */
    private static final int DEEPEST = 200;

    private final Consumer<Object> consumer;

    /** What the consumer has thrown. */
    private @Nullable Throwable refusal;

    private int depth;

    private Push(Consumer<Object> consumer) {
        this.consumer = consumer;
    }

    /** Gives the consumer what is left of a generator; one that is an {@code IntConsumer} or the like is given primitives. */
    @SuppressWarnings("unchecked") // generated code yields what its method declares
    static void all(GeneratorFrame<?, ?, ?> generator, Consumer<?> consumer) {
        if (generator.label != Frame.FINISHED) {
            generator.requireNotExecuting();
            new Push((Consumer<Object>) consumer).run(generator);
        }
    }

    /** Who takes the values. */
    Consumer<Object> consumer() {
        return consumer;
    }

    /** Notes what the consumer throws, which is not the body's. */
    RuntimeException refused(Throwable failure) {
        refusal = failure;
        return Sneaky.raise(failure);
    }

    /** Gives the consumer what another generator has, for one that delegates to it, and returns its result. */
    @Nullable Object delegate(GeneratorFrame<?, ?, ?> sub) {
        depth++;
        run(sub);
        depth--;
        return sub.takeResult();
    }

    private void run(GeneratorFrame<?, ?, ?> generator) {
        if (generator.label != Frame.CREATED || depth >= DEEPEST || !runBody(generator)) {
            pull(generator);
        }
    }

    /** Returns false if there is no body for this; nothing has run then. */
    private boolean runBody(GeneratorFrame<?, ?, ?> generator) {
        generator.label = Frame.RUNNING;
        generator.push = this;
        try {
            if (!generator.push()) {
                generator.label = Frame.CREATED;
                return false;
            }
        } catch (Throwable failure) {
            Throwable seen = generator.failed(failure);
            throw Sneaky.raise(failure == refusal ? failure : seen);
        } finally {
            generator.push = null;
        }
        generator.finish();
        return true;
    }

    private void pull(GeneratorFrame<?, ?, ?> generator) {
        while (generator.moves()) {
            GeneratorFrame<?, ?, ?> giver = generator.giver();
            int point = giver.label;
            giver.label = Frame.RUNNING;
            try {
                giver.handOver(consumer);
            } catch (Throwable failure) {
                giver.label = point;
                refusal = failure;
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
