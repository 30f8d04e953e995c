package dev.reprise;

import dev.reprise.frame.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link Async#retry}. */
final class RetryCall<T extends @Nullable Object> extends HandWritten<T> {

    private static final int ATTEMPT = 1;
    private static final int PAUSE = 2;

    private final Retry policy;
    private final Call<? extends Awaitable<T>, ?> attempt;
    private int failures;
    private @Nullable Throwable last;

    RetryCall(Retry policy, Call<? extends Awaitable<T>, ?> attempt) {
        this.policy = policy;
        this.attempt = attempt;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
        if (await == ATTEMPT) {
            return failure == null ? value : pauseAfter(failure);
        }
        if (failure != null) {
            throw failure;
        }
        return awaiting(ATTEMPT, next());
    }

    private Awaitable<T> next() {
        try {
            return attempt.call();
        } catch (Throwable thrown) {
            return Async.failed(thrown);
        }
    }

    private @Nullable Object pauseAfter(Throwable failure) throws Throwable {
        failures++;
        if (last != null && last != failure) {
            failure.addSuppressed(last);
        }
        last = failure;
        if (!policy.isRetried(failure, failures)) {
            throw failure;
        }
        Duration pause = policy.pauseAfter(failures);
        return pause.isZero() ? awaiting(ATTEMPT, next()) : awaiting(PAUSE, Async.sleep(pause));
    }

    @Override
    String method() {
        return "retry";
    }

    @Override
    protected void release() {
        last = null;
    }
}
