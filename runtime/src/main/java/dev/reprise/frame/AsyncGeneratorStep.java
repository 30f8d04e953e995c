package dev.reprise.frame;

import dev.reprise.frame.AsyncGeneratorFrame.Pull;
import org.jspecify.annotations.Nullable;

/** One pull of an async generator as a cold coroutine, which ends in the generator as in a tail await. */
final class AsyncGeneratorStep<Y extends @Nullable Object, T extends @Nullable Object> extends Frame<T> {

    private final AsyncGeneratorHandle<Y> generator;
    private final Pull wanted;
    private final @Nullable Object sent;
    private final @Nullable Throwable thrown;

    AsyncGeneratorStep(
            AsyncGeneratorHandle<Y> generator, Pull wanted, @Nullable Object sent, @Nullable Throwable thrown) {
        this.generator = generator;
        this.wanted = wanted;
        this.sent = sent;
        this.thrown = thrown;
    }

    @Override
    protected @Nullable Object resume(Context context) {
        label = RUNNING;
        return generator.frame.pull(context, wanted, generator, sent, thrown);
    }

    @Override
    protected void release() {}

    @Override
    protected String points() {
        return generator.frame.points();
    }

    @Override
    public String toString() {
        return (wanted == Pull.CLOSE ? "closeAsync of " : "next of ") + generator;
    }
}
