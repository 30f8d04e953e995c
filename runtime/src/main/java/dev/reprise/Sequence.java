package dev.reprise;

import dev.reprise.sequence.Chain;
import dev.reprise.sequence.Drop;
import dev.reprise.sequence.DropWhile;
import dev.reprise.sequence.Filter;
import dev.reprise.sequence.FlatMap;
import dev.reprise.sequence.Mapping;
import dev.reprise.sequence.Source;
import dev.reprise.sequence.Take;
import dev.reprise.sequence.TakeWhile;
import dev.reprise.sequence.Windows;
import dev.reprise.sequence.Zip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Elements that are made one by one, when they are asked for: a {@link Generator}, or what one becomes by {@link #map},
 * {@link #filter} and the like.
 *
 * <pre>{@code
 * List<Integer> found = primes().filter(p -> p % 4 == 1).take(10).toList();
 * }</pre>
 *
 * <p>Nothing is computed before the first element is asked for. A sequence runs once, and what is made of it takes its
 * elements from it: use one of the two. It closes what it is made of, down to the generator, when it has come to its end,
 * when a function of it throws, and when it is closed; only one that is left in the middle needs a {@link #close()}, best
 * by try-with-resources.
 *
 * <p>Not thread-safe: at most one thread may use a sequence at a time.
 *
 * @param <T> type of the elements
 */
public interface Sequence<T extends @Nullable Object> extends Iterator<T>, AutoCloseable {

    /** The elements of an array. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read, never written
    static <T extends @Nullable Object> Sequence<T> of(T... elements) {
        return from(Arrays.asList(elements));
    }

    /** What is left of an iterator. It is closed with the sequence if it is {@link AutoCloseable}. */
    static <T extends @Nullable Object> Sequence<T> from(Iterator<? extends T> iterator) {
        return new Source<>(iterator, iterator);
    }

    /** The elements of a new iterator of {@code iterable}. */
    static <T extends @Nullable Object> Sequence<T> from(Iterable<? extends T> iterable) {
        return from(iterable.iterator());
    }

    /** The elements of a stream, which is closed with the sequence. */
    static <T extends @Nullable Object> Sequence<T> from(BaseStream<? extends T, ?> stream) {
        return new Source<>(stream.iterator(), stream);
    }

    /** The elements of several iterables, one after the other; of each an iterator is made when its turn comes. */
    @SafeVarargs
    @SuppressWarnings("varargs") // read, never written
    static <T extends @Nullable Object> Sequence<T> chain(Iterable<? extends T>... parts) {
        return of(parts).flatMap(Iterable::iterator);
    }

    /** The elements of this sequence and then those of {@code next}; both are closed with the result. */
    default Sequence<T> chain(Iterator<? extends T> next) {
        return new Chain<>(this, next);
    }

    /** What {@code function} makes of each element. */
    default <R extends @Nullable Object> Sequence<R> map(Function<? super T, ? extends R> function) {
        return new Mapping<>(this, function);
    }

    /** The elements for which {@code wanted} is true. */
    default Sequence<T> filter(Predicate<? super T> wanted) {
        return new Filter<>(this, wanted);
    }

    /**
     * The first {@code count} elements, or as many as there are. Not one more is asked for.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     */
    default Sequence<T> take(long count) {
        return new Take<>(this, count);
    }

    /**
     * The elements without the first {@code count}.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     */
    default Sequence<T> drop(long count) {
        return new Drop<>(this, count);
    }

    /** The elements up to the first for which {@code wanted} is false, which is taken from this sequence and lost. */
    default Sequence<T> takeWhile(Predicate<? super T> wanted) {
        return new TakeWhile<>(this, wanted);
    }

    /** The elements from the first for which {@code unwanted} is false. */
    default Sequence<T> dropWhile(Predicate<? super T> unwanted) {
        return new DropWhile<>(this, unwanted);
    }

    /** The elements of the iterators that {@code function} makes of the elements; each is closed at its end. */
    default <R extends @Nullable Object> Sequence<R> flatMap(
            Function<? super T, ? extends Iterator<? extends R>> function) {
        return new FlatMap<>(this, function);
    }

    /**
     * What {@code function} makes of the first elements of both, of the second ones, and so on, until one of the two has no
     * more. Both are closed with the result.
     */
    default <U extends @Nullable Object, R extends @Nullable Object> Sequence<R> zip(
            Iterator<? extends U> other, BiFunction<? super T, ? super U, ? extends R> function) {
        return new Zip<>(this, other, function);
    }

    /** The elements with their numbers, from 0. */
    default Sequence<Indexed<T>> enumerate() {
        long[] next = {0};
        return map(element -> new Indexed<>(next[0]++, element));
    }

    /**
     * Lists of {@code size} elements that follow each other: 1 2 3, 2 3 4, 3 4 5. Fewer elements than that make none.
     *
     * @throws IllegalArgumentException if {@code size} is less than 1
     */
    default Sequence<List<T>> windowed(int size) {
        return Windows.sliding(this, size);
    }

    /**
     * Lists of {@code size} elements, each element in one: 1 2 3, 4 5 6, 7. The last may be shorter.
     *
     * @throws IllegalArgumentException if {@code size} is less than 1
     */
    default Sequence<List<T>> chunked(int size) {
        return Windows.chunks(this, size);
    }

    /** The elements that are left, as a stream, in order; closing the stream closes the sequence. */
    default Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    /**
     * Gives {@code action} every element that is left. A failure of the action closes the sequence and comes back from
     * here; what closing raises is suppressed in it.
     */
    @Override
    default void forEachRemaining(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        while (hasNext()) {
            T element = next();
            try {
                action.accept(element);
            } catch (Throwable failure) {
                try {
                    close();
                } catch (Throwable second) {
                    if (second != failure) {
                        failure.addSuppressed(second);
                    }
                }
                throw failure;
            }
        }
    }

    /** Asks for all the elements that are left. */
    default List<T> toList() {
        List<T> elements = new ArrayList<>();
        forEachRemaining(elements::add);
        return Collections.unmodifiableList(elements);
    }

    /** The elements that are left, for one for loop. A loop that is left early leaves the sequence open. */
    default Iterable<T> iterable() {
        return () -> this;
    }

    /** Ends the sequence and closes what it is made of. Does nothing to one that has ended. */
    @Override
    void close();
}
