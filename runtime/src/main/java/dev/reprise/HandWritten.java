package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine of the runtime itself, which is not compiled by the compiler: a state machine whose states are the awaits,
 * numbered from 1.
 *
 * @param <T> type of the coroutine's value
 */
abstract class HandWritten<T extends @Nullable Object> extends Frame<T> {

    private @Nullable Awaitable<?> next;
    private int nextAwait;

    /**
     * Goes on to the next await or to the end.
     *
     * @param await number of the await that has ended, {@link #CREATED} at the start
     * @param value what it gave
     * @param failure what it raised, else null
     * @return the value of the coroutine, or {@link #awaiting}
     */
    abstract @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure)
            throws Throwable;

    /** Awaits {@code awaited}; {@link #go} returns the result of this at once. */
    final @Nullable Object awaiting(int await, Awaitable<?> awaited) {
        next = awaited;
        nextAwait = await;
        return null;
    }

    @Override
    protected final @Nullable Object resume(Context context) throws Throwable {
        int await = label;
        Object value = null;
        Throwable failure = null;
        if (await != CREATED) {
            try {
                value = context.take();
            } catch (Throwable raised) {
                failure = raised;
            }
        }
        label = RUNNING;
        while (true) {
            value = go(context, await, value, failure);
            Awaitable<?> awaited = next;
            if (awaited == null) {
                return value;
            }
            next = null;
            await = nextAwait;
            failure = null;
            try {
                value = awaited.awaitIn(context);
            } catch (Throwable raised) {
                failure = raised;
                value = null;
                continue;
            }
            if (context.suspended()) {
                label = await;
                context.link(this);
                return null;
            }
        }
    }

    /** Name of the method that makes the coroutine, for stack traces. */
    abstract String method();

    @Override
    protected String points() {
        return "dev.reprise.Async|" + method() + "|Async.java|-1|";
    }

    @Override
    protected void release() {}
}
