package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * A failure that no coroutine and no caller was there to receive, as the loop's exception handler is told of it.
 *
 * @param message what happened, a sentence that names the task or the call
 * @param exception the failure
 * @param task the task concerned; null if it was none, or if it is gone because nobody held it
 * @param handle the call of {@code callSoon}, {@code callLater} or {@code callAt} concerned, or null
 * @param origin in {@linkplain DebugOptions debug mode}: never thrown, its stack trace says where the task, promise or call
 *     was made; else null
 */
public record UnhandledFailure(
        String message,
        Throwable exception,
        @Nullable Task<?> task,
        @Nullable Handle handle,
        @Nullable Throwable origin) {

    /** A failure of something whose origin is not known. */
    public UnhandledFailure(String message, Throwable exception, @Nullable Task<?> task, @Nullable Handle handle) {
        this(message, exception, task, handle, task instanceof RunningTask<?> made ? made.origin() : null);
    }
}
