package dev.reprise;

import dev.reprise.frame.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link Async#timeout}. */
final class TimeoutCall<T extends @Nullable Object> extends HandWritten<T> {

    /** What is run: a block, or what was given. */
    interface Body<T extends @Nullable Object> {
        Awaitable<T> run(Timeout timeout) throws Exception;
    }

    private final @Nullable Duration delay;
    private @Nullable Body<T> body;
    private @Nullable Timeout timeout;

    TimeoutCall(@Nullable Duration delay, Body<T> body) {
        this.delay = delay;
        this.body = body;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
        Body<T> called = body;
        if (called != null) {
            body = null;
            timeout = Timeout.begin(EventLoop.current(), delay);
            try {
                return awaiting(1, called.run(timeout));
            } catch (Throwable raised) {
                timeout.end();
                throw raised;
            }
        }
        Timeout ended = timeout;
        if (ended == null) {
            throw new AssertionError("ended before the beginning");
        }
        if (failure != null) {
            throw ended.close(failure);
        }
        ended.end();
        return value;
    }

    @Override
    String method() {
        return "timeout";
    }

    @Override
    protected void release() {
        body = null;
    }
}
