package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * The request to stop, raised inside a coroutine at the point where it is suspended.
 *
 * <p>It is an {@link Error} so that {@code catch (Exception e)} around an {@code await} does not swallow a cancellation.
 * A coroutine that catches it and returns a value ends normally. {@linkplain Task A task} seen as a {@link
 * java.util.concurrent.Future} reports it as {@link java.util.concurrent.CancellationException}.
 */
public final class Cancelled extends Error {

    private static final long serialVersionUID = 1L;

    /** @param reason what {@code cancel(reason)} was told, or null */
    public Cancelled(@Nullable String reason) {
        super(reason);
    }
}
