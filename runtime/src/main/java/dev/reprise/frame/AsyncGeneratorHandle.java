package dev.reprise.frame;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.AsyncIterator;
import dev.reprise.Awaitable;
import dev.reprise.CoroutineState;
import dev.reprise.frame.AsyncGeneratorFrame.Pull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user's end of an async generator; the frame does not know it, so that one which nobody holds any more is noticed. */
final class AsyncGeneratorHandle<Y extends @Nullable Object> implements AsyncGenerator<Y> {

    final AsyncGeneratorFrame<Y> frame;

    AsyncGeneratorHandle(AsyncGeneratorFrame<Y> frame) {
        this.frame = frame;
    }

    @Override
    public Async<Y> next() {
        return new AsyncGeneratorStep<>(this, Pull.VALUE, null, null);
    }

    @Override
    public Async<Y> send(@Nullable Object value) {
        return new AsyncGeneratorStep<>(this, Pull.VALUE, value, null);
    }

    @Override
    public Async<Y> throwInto(Throwable failure) {
        return new AsyncGeneratorStep<>(this, Pull.VALUE, null, failure);
    }

    @Override
    public Async<@Nullable Void> closeAsync() {
        return new AsyncGeneratorStep<>(this, Pull.CLOSE, null, new GeneratorExit());
    }

    @Override
    public AsyncIterator<Y> asyncIterator() {
        return new Walk<>(this);
    }

    @Override
    public CoroutineState state() {
        return frame.stateOfGenerator();
    }

    @Override
    public int line() {
        return frame.line();
    }

    @Override
    public Map<String, @Nullable Object> locals() {
        return frame.locals();
    }

    @Override
    public String toString() {
        return "AsyncGenerator " + frame.method() + " (" + state() + ")";
    }

    /** The iterator of an async for, and the one object that all its pulls are awaited through. */
    private record Walk<Y extends @Nullable Object>(AsyncGeneratorHandle<Y> generator)
            implements AsyncIterator<Y>, Awaitable<Boolean> {

        @Override
        public Awaitable<Boolean> advance() {
            return this;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            return generator.frame.pull(context, Pull.MOVE, generator, null, null);
        }

        @Override
        public Y current() {
            return generator.frame.given();
        }
    }
}
