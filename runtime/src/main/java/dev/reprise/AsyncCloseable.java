package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * A resource whose closing may take a while: the resource of an <i>async with</i>.
 *
 * <pre>{@code
 * try (var connection = await(connect())) { … }
 * }</pre>
 *
 * <p>In a coroutine, a call of {@link #close()} on an expression of this type is a suspension point that awaits {@link
 * #closeAsync()}; so is the one that a try-with-resources statement makes. The static type decides: through a variable of
 * type {@link AutoCloseable} the close is started and not waited for.
 */
public interface AsyncCloseable extends AutoCloseable {

    /**
     * Closes the resource; nothing happens before the result is awaited. A second close does nothing, unless the
     * implementation says otherwise.
     */
    Async<@Nullable Void> closeAsync();

    /**
     * In a coroutine: closes the resource and waits for that, as {@code await(closeAsync())} does. Elsewhere: starts a task
     * of the running loop that closes it, and does not wait; a failure goes to the loop's exception handler.
     *
     * @throws IllegalStateException if no event loop runs on this thread
     */
    @Override
    default void close() {
        Task<?> unused = EventLoop.current().<@Nullable Void>createTask(closeAsync(), "close of " + this);
    }
}
