package dev.reprise;

import dev.reprise.frame.Sneaky;
import org.jspecify.annotations.Nullable;

/**
 * How something ended: with a value or with a failure.
 *
 * @param value the value, null if it failed
 * @param failure the failure, {@link Cancelled} if it was cancelled; null if there is a value
 * @param <T> type of the value
 */
public record Result<T extends @Nullable Object>(
        @Nullable T value, @Nullable Throwable failure) {

    /** Whether there is a value, which may be null. */
    public boolean succeeded() {
        return failure == null;
    }

    /** The value; a failure is thrown as it is. */
    @SuppressWarnings("NullAway") // a value that succeeded is a T
    public T get() {
        if (failure != null) {
            throw Sneaky.raise(failure);
        }
        return value;
    }

    /** @param ended has its outcome, which counts as received from here on */
    static <T extends @Nullable Object> Result<T> of(Outcome<? extends T> ended) {
        try {
            return new Result<>(ended.result(), null);
        } catch (Throwable failure) {
            return new Result<>(null, failure);
        }
    }
}
