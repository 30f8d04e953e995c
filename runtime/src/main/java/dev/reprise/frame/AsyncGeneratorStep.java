package dev.reprise.frame;

import dev.reprise.Async;
import dev.reprise.frame.AsyncGeneratorFrame.Pull;
import org.jspecify.annotations.Nullable;

/** One pull of an async generator as a cold coroutine. */
final class AsyncGeneratorStep<Y extends @Nullable Object, T extends @Nullable Object> extends Async<T> {

    private final AsyncGeneratorHandle<Y> generator;
    private final Pull wanted;
    private final @Nullable Object sent;
    private final @Nullable Throwable thrown;
    private boolean started;

    AsyncGeneratorStep(
            AsyncGeneratorHandle<Y> generator, Pull wanted, @Nullable Object sent, @Nullable Throwable thrown) {
        this.generator = generator;
        this.wanted = wanted;
        this.sent = sent;
        this.thrown = thrown;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (started) {
            throw new IllegalStateException("this pull of " + generator
                    + " was awaited before: an Async runs once, pull again for another value");
        }
        started = true;
        return generator.frame.pull(context, wanted, generator, sent, thrown);
    }

    @Override
    public String toString() {
        return (wanted == Pull.CLOSE ? "closeAsync of " : "next of ") + generator;
    }
}
