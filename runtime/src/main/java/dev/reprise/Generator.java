package dev.reprise;

import dev.reprise.frame.Unwoven;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * A suspended method body that gives out values one by one and can be sent values in return.
 *
 * <p>A {@link Coroutine @Coroutine} method with this return type makes one; calling it runs nothing, the first {@link
 * #next()} runs it to its first {@link #yield yield}. Of the iterator's methods {@link #hasNext()} runs the body ahead
 * to the next yield and keeps the value for {@code next()}; a program that sends values uses {@code next()} and {@link
 * #send} only.
 *
 * <p>Not thread-safe: at most one thread may use a generator at a time.
 *
 * @param <Y> type of the values given out
 * @param <S> type of the values sent in
 * @param <R> type of the value the body returns
 */
public interface Generator<Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
        extends Sequence<Y> {

    /**
     * Gives out a value and suspends the generator that calls it. Only for the body of a generator; the name must be
     * qualified, because Java reserves an unqualified {@code yield(…)}.
     *
     * @param value what the caller's {@link #next()} or {@link #send} returns
     * @param <S> type of the values sent in
     * @return what the caller sent, null when it called {@code next()}
     */
    static <S extends @Nullable Object> S yield(@Nullable Object value) {
        throw Unwoven.error("Generator.yield");
    }

    /**
     * Gives out what another generator gives out, until that one ends. Meanwhile the calling generator stands at this
     * expression: values that are sent and failures that are thrown in reach the other one directly, {@link #close}
     * closes the other one first, and a failure of the other one is raised here. An element costs the same however many
     * generators delegate to each other. Only for the body of a generator.
     *
     * <p>Values that the other one has given out before are not given out again; of one that has ended there are none.
     *
     * @return what the other generator returned, null if it had ended before or was closed
     * @throws IllegalStateException if the other one is executing: it is the calling generator or delegates to it
     * @throws NullPointerException if {@code generator} is null
     */
    static <R extends @Nullable Object> R yieldFrom(Generator<?, ?, R> generator) {
        throw Unwoven.error("Generator.yieldFrom");
    }

    /**
     * Gives out the elements of an iterator. An iterator that is a {@code Generator} is treated as one; any other takes
     * nothing: a value that is sent raises an {@link IllegalStateException} here, a failure that is thrown in is raised
     * here, and {@link #close} closes the iterator if it is {@link AutoCloseable}. Only for the body of a generator.
     *
     * @return null
     * @throws NullPointerException if {@code iterator} is null
     */
    static @Nullable Void yieldFrom(Iterator<?> iterator) {
        throw Unwoven.error("Generator.yieldFrom");
    }

    /**
     * Gives out the elements of a new iterator of {@code iterable}. Only for the body of a generator.
     *
     * @return null
     * @throws NullPointerException if {@code iterable} is null
     */
    static @Nullable Void yieldFrom(Iterable<?> iterable) {
        throw Unwoven.error("Generator.yieldFrom");
    }

    /**
     * Gives out the elements of a stream, and closes it at its end, at a failure and when the generator is closed. Only
     * for the body of a generator.
     *
     * @return null
     * @throws NullPointerException if {@code stream} is null
     */
    static @Nullable Void yieldFrom(BaseStream<?, ?> stream) {
        throw Unwoven.error("Generator.yieldFrom");
    }

    /**
     * The end of a generator: {@code return Generator.end();}
     *
     * @param <G> the declared return type of the generator
     */
    static <G> G end() {
        throw Unwoven.error("Generator.end");
    }

    /**
     * The end of a generator that returns a value: {@code return Generator.end(value);}
     *
     * @param value what {@link #result()} gives
     */
    static <Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object> Generator<Y, S, R> end(
            R value) {
        throw Unwoven.error("Generator.end");
    }

    /**
     * Runs the body to its next yield and returns the value given out.
     *
     * @throws GeneratorEnd if the body returned, or had ended before
     * @throws IllegalStateException if called by the body itself
     */
    @Override
    Y next();

    /**
     * Makes {@code value} the result of the yield at which the body is suspended and runs to the next one.
     *
     * @return the value given out by that next yield
     * @throws GeneratorEnd if the body returned, or had ended before
     * @throws IllegalStateException if a value other than null is sent to a generator that has not been started, which
     *     stays as it is; or if called by the body itself
     */
    Y send(S value);

    /**
     * Raises {@code failure} at the yield at which the body is suspended and runs to the next one. Of a generator that is
     * not suspended the failure comes straight back.
     *
     * @return the value given out by that next yield
     * @throws GeneratorEnd if the body caught the failure and returned
     * @throws IllegalStateException if called by the body itself
     */
    Y throwInto(Throwable failure);

    /**
     * Ends the generator: its {@code finally} blocks run from the yield at which it is suspended. Does nothing to a
     * generator that has ended; one that was never started runs nothing.
     *
     * @throws IllegalStateException if the body yields again, or if called by the body itself
     */
    @Override
    void close();

    /** Where the generator is in its life. */
    CoroutineState state();

    /**
     * The line of the source at which the body stands: that of the yield while it is suspended, that of its first statement
     * before it has started, -1 while it runs, when it has ended, and when nothing is known of lines. On the thread that
     * uses the generator.
     */
    default int line() {
        return -1;
    }

    /**
     * What the variables hold that the body still needs, in the order of their declarations, {@code this} and the
     * parameters first; empty while the body runs and when it has ended. A variable that is not read any more is not
     * kept and therefore not there. In a class without debug tables ({@code javac -g:none}) the names are those of
     * slots, {@code arg$0} and {@code local$2}. On the thread that uses the generator.
     *
     * @return a snapshot that cannot be changed; values may be null
     */
    default Map<String, @Nullable Object> locals() {
        return Map.of();
    }

    /**
     * The value the body returned, null if it returned none or was closed.
     *
     * @throws IllegalStateException if the generator has not ended
     */
    R result();
}
