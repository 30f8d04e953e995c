package dev.reprise.sync;

/**
 * The right to be where a {@link Lock} or a {@link Semaphore} lets only so many in, until it is closed. Made for
 * try-with-resources:
 *
 * <pre>{@code
 * try (var held = await(lock.acquire())) {
 *     // nobody else is here, even while this coroutine is suspended
 * }
 * }</pre>
 *
 * <p>For the thread of the loop. Any coroutine or callback of the loop may close it, not only the one that acquired it.
 */
public sealed interface Permit extends AutoCloseable permits Acquiring {

    /** Gives the permit to the coroutine that has waited longest, or back. Closing it again does nothing. */
    @Override
    void close();
}
