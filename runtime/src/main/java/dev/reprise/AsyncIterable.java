package dev.reprise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Elements that arrive one by one, each of which may have to be waited for: the source of an <i>async for</i>.
 *
 * <pre>{@code
 * for (String line : await(lines)) { … }
 * }</pre>
 *
 * <p>A loop that is left early, by break, return or an exception, leaves the source as it is. A source that has to be
 * closed is an {@link AsyncCloseable} and belongs into a try-with-resources statement.
 *
 * <p>Whether it can be iterated more than once is up to the implementation. An {@link AsyncGenerator} method is the usual way
 * to make one.
 *
 * @param <T> type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T extends @Nullable Object> {

    /** A new run over the elements. Nothing happens before its first {@link AsyncIterator#advance()}. */
    AsyncIterator<T> asyncIterator();

    /** The results of {@code function} for each element, called once, when the element is taken. Starts and closes nothing. */
    default <R extends @Nullable Object> AsyncIterable<R> map(Function<? super T, ? extends R> function) {
        return new AsyncMap<>(this, function);
    }

    /** The elements that {@code wanted} accepts. Starts and closes nothing. */
    default AsyncIterable<T> filter(Predicate<? super T> wanted) {
        return new AsyncFilter<>(this, wanted);
    }

    /**
     * The first elements; the source is not asked for one more, and is left as a loop leaves it that breaks. Starts and closes
     * nothing.
     *
     * @param most how many, not negative
     */
    default AsyncIterable<T> take(long most) {
        return new AsyncTake<>(this, most);
    }

    /**
     * The elements, none of which is waited for longer than {@code patience}: then {@link TimedOut} is raised, and what the
     * source waits for is cancelled. An async generator has ended then; of other sources it depends. Starts and closes
     * nothing.
     *
     * @param patience for each element; the time between two of them does not count
     */
    default AsyncIterable<T> timeout(Duration patience) {
        return new AsyncTimeout<>(this, patience);
    }

    /**
     * The elements, fetched while the consumer does something else: up to {@code ahead} of them wait for it.
     *
     * @param ahead how many, 1 or more
     * @return to be closed, which closes the source; see {@link AsyncStream}
     */
    default AsyncStream<T> buffer(int ahead) {
        return Inflow.pumping("buffer", ahead, List.of(this));
    }

    /**
     * The elements for the world of {@link Flow}. Each subscriber gets a new run, by a task of the running loop that asks for
     * an element when the subscriber has requested one; so a source that can be iterated once has one subscriber. Signals
     * are given on the loop's thread. {@code subscribe}, {@code request} and {@code cancel} are thread-safe.
     *
     * <p>When a subscription ends, also by its cancellation, the source is closed as an {@link AsyncStream} closes its own, and
     * only then comes the last signal. A cancellation interrupts what the source waits for. A failure after that, and what the
     * subscriber throws, go to the loop's exception handler. An element that is null fails the subscription.
     *
     * @throws IllegalStateException if no event loop runs on this thread
     */
    default Flow.Publisher<T> publisher() {
        return new LoopPublisher<>(this, EventLoop.current());
    }

    /** Gives each element to {@code action}, in order, and ends when the source ends or fails, or when the action fails. */
    default Async<@Nullable Void> forEach(Consumer<? super T> action) {
        return new AsyncForEach<T, @Nullable Void>(this, action, () -> null);
    }

    /** All elements in a list that cannot be changed by anybody else. Fails when the source fails. */
    default Async<List<T>> toList() {
        List<T> found = new ArrayList<>();
        return new AsyncForEach<>(this, found::add, () -> found);
    }
}
