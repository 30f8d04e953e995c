package dev.reprise.frame;

import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import org.jspecify.annotations.Nullable;

/**
 * Steps a generator through its public face, for a generator that delegates to it: one that is not made by the compiler, or
 * that another one delegates to already.
 */
final class ForeignGeneratorFrame extends DelegateFrame {

    private final Generator<?, Object, ?> generator;

    @SuppressWarnings("unchecked") // what is sent was checked by the compiler where it delegates
    ForeignGeneratorFrame(Generator<?, ?, ?> generator) {
        super(generator);
        this.generator = (Generator<?, Object, ?>) generator;
    }

    @Override
    boolean step(@Nullable Object received) {
        try {
            rest(received == null ? generator.next() : generator.send(received));
            return true;
        } catch (GeneratorEnd end) {
            exchange = end.value();
            return false;
        }
    }

    @Override
    boolean raise(Throwable failure) {
        if (failure instanceof GeneratorExit) {
            generator.close();
            throw Sneaky.raise(failure);
        }
        try {
            rest(generator.throwInto(failure));
            return true;
        } catch (GeneratorEnd end) {
            exchange = end.value();
            return false;
        }
    }
}
