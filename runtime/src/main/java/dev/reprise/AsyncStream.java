package dev.reprise;

import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Elements that are fetched while their consumer does something else, and wait for it: what {@link #merge merge}, {@link
 * AsyncIterable#buffer buffer} and {@link #from from} give.
 *
 * <pre>{@code
 * try (var events = AsyncStream.merge(clicks(), keys())) {
 *     for (Event event : await(events)) { … }
 * }
 * }</pre>
 *
 * <p>Nothing happens before the first element is asked for. From then on tasks of the loop fetch elements, until the sources
 * end or the stream is closed; so a stream that is not read to its end has to be closed. Its sources are its own: each one
 * that is an {@link AsyncCloseable}, or that {@code map}, {@code filter}, {@code take} and {@code timeout} made of one, is
 * closed when it has ended and when the stream ends.
 *
 * <p>It can be read once, by one coroutine at a time; a second one that waits is an {@link IllegalStateException}. Another
 * loop goes on where one was left. A wait that is cancelled has taken nothing, and the sources go on.
 *
 * <p>The first failure of a source cancels the others. The consumer gets it after the elements that came before it, when all
 * sources have ended, with the failures of the others {@linkplain Throwable#getSuppressed() suppressed} in it.
 *
 * <p>Belongs to the loop on which it is first read.
 *
 * @param <T> type of the elements
 */
public sealed interface AsyncStream<T extends @Nullable Object> extends AsyncIterable<T>, AsyncCloseable
        permits Inflow {

    /**
     * The elements of all sources, in the order in which they arrive. Each source is at most one element ahead: it is asked
     * for the next one when the one before has been taken.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static <T extends @Nullable Object> AsyncStream<T> merge(AsyncIterable<? extends T>... sources) {
        return merge(List.of(sources));
    }

    /** As {@link #merge(AsyncIterable[])}. */
    static <T extends @Nullable Object> AsyncStream<T> merge(Iterable<? extends AsyncIterable<? extends T>> sources) {
        return Inflow.pumping("merge", 1, sources);
    }

    /**
     * The elements of a publisher, which is subscribed to when the first element is asked for and is at most one element
     * ahead. Closing the stream cancels the subscription.
     */
    static <T> AsyncStream<T> from(Flow.Publisher<? extends T> publisher) {
        return from(publisher, 1);
    }

    /**
     * As {@link #from(Flow.Publisher)}, for a publisher that may be more elements ahead: fewer requests, of more elements
     * each.
     *
     * @param ahead how many elements it may give that have not been taken, 1 or more
     */
    static <T> AsyncStream<T> from(Flow.Publisher<? extends T> publisher, int ahead) {
        return Inflow.subscribing(publisher, ahead);
    }

    /**
     * Ends the stream: cancels what fetches elements, closes the sources and waits until they have ended. Elements that were
     * not taken are dropped. Raises the failure of a source that no loop has received; a second close does nothing.
     */
    @Override
    Async<@Nullable Void> closeAsync();
}
