package dev.reprise;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link Async#toThread}. */
final class ToThread<T extends @Nullable Object> extends Async<T> {

    private final Call<? extends T, ?> work;
    private boolean started;

    ToThread(Call<? extends T, ?> work) {
        this.work = work;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (started) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call toThread() again for another one");
        }
        if (!(context.loop() instanceof EventLoop loop)) {
            throw new IllegalStateException(this + " needs an event loop, and none runs on thread "
                    + Thread.currentThread().getName() + ": call it from a coroutine of EventLoop.run()");
        }
        started = true;
        Surroundings surroundings = Surroundings.of(context);
        return loop.blocking(() -> surroundings.<T>call(work)).awaitIn(context);
    }

    @Override
    public String toString() {
        return "toThread(" + work + ")";
    }
}
