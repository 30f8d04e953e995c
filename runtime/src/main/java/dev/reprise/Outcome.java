package dev.reprise;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** What tasks and promises have in common for the combinators: an outcome that comes once. */
interface Outcome<T extends @Nullable Object> extends Awaitable<T> {

    boolean isDone();

    T result();

    @Nullable Throwable exception();

    boolean cancel(@Nullable String reason);

    /** Makes {@code step} ready when the outcome is there; if it is, at once. */
    void whenDone(Runnable step);

    /** Makes sure that it is awaited on its own loop, or has ended. */
    void checkAwaited(Context context);
}
