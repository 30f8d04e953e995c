package dev.reprise;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A suspended method body that gives out values one by one and may wait in between.
 *
 * <p>A {@link Coroutine @Coroutine} method with this return type makes one: it may {@code await} and {@link Generator#yield
 * yield}, and ends with {@code return Generator.end()}. Calling it runs nothing; the first pull runs it to its first
 * yield, on the stack of the coroutine that pulls. It is consumed by an async for, or by awaiting {@link #next()}.
 *
 * <p>One pull at a time: another one while the body runs or waits is an {@link IllegalStateException}, and the first goes
 * on. A cancelled pull is cancelled at the await at which the body waits.
 *
 * <p>A loop that is left early leaves the generator suspended at its yield. Closing it runs its {@code finally} blocks, which
 * may await; use it in a try-with-resources statement. One that is suspended when it becomes unreachable, or when its loop
 * is closed, is closed by the loop, and what its {@code finally} blocks throw goes to the loop's exception handler.
 *
 * <p>Belongs to the loop on which it is first pulled.
 *
 * @param <Y> type of the values given out
 */
public interface AsyncGenerator<Y extends @Nullable Object> extends AsyncIterable<Y>, AsyncCloseable {

    /**
     * Runs the body to its next yield and gives the value given out. Fails with {@link GeneratorEnd} if the body returned, or
     * had ended before.
     */
    Async<Y> next();

    /**
     * Makes {@code value} the result of the yield at which the body is suspended and runs to the next one, whose value it
     * gives. Fails with {@link GeneratorEnd} as {@link #next()} does, and with {@link IllegalStateException} if a value
     * other than null is sent to a generator that has not been started, which stays as it is.
     */
    Async<Y> send(@Nullable Object value);

    /**
     * Raises {@code failure} at the yield at which the body is suspended and runs to the next one, whose value it gives. Fails
     * with {@link GeneratorEnd} if the body caught the failure and returned. Of a generator that is not suspended the
     * failure comes straight back.
     */
    Async<Y> throwInto(Throwable failure);

    /**
     * Ends the generator: its {@code finally} blocks run from the yield at which it is suspended. Does nothing to a
     * generator that has ended; one that was never started runs nothing. Fails with {@link IllegalStateException} if the
     * body yields again.
     */
    @Override
    Async<@Nullable Void> closeAsync();

    /** Where the body stands, as {@link Generator#line()} does; while it waits, that is the line of the await. */
    int line();

    /** The variables of the body, as {@link Generator#locals()} gives them. */
    Map<String, @Nullable Object> locals();

    /** Where the generator is in its life; it is running while a pull is under way, also while the body waits. */
    CoroutineState state();
}
