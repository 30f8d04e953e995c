package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * A failure that no coroutine and no caller was there to receive, as the loop's exception handler is told of it.
 *
 * @param message what happened, a sentence that names the task or the call
 * @param exception the failure
 * @param task the task concerned; null if it was none, or if it is gone because nobody held it
 * @param handle the call of {@code callSoon}, {@code callLater} or {@code callAt} concerned, or null
 */
public record UnhandledFailure(
        String message,
        Throwable exception,
        @Nullable Task<?> task,
        @Nullable Handle handle) {}
