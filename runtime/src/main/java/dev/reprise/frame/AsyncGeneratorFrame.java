package dev.reprise.frame;

import dev.reprise.AsyncGenerator;
import dev.reprise.CoroutineState;
import dev.reprise.GeneratorEnd;
import org.jspecify.annotations.Nullable;

/**
 * The state of one run of an async generator method. Every such method has a generated subclass whose fields are the
 * parameters and the live variables.
 *
 * <p>Each pull runs the body on the stack of the coroutine that pulls, up to its next yield. If the body awaits something
 * that is not there, the frame becomes a link of that coroutine's chain like any other; the driver then resumes it, and
 * its next yield goes to the parent as if it were a result.
 *
 * @param <Y> type of the values given out
 */
public abstract class AsyncGeneratorFrame<Y extends @Nullable Object> extends Frame<Y> {

    /** What a pull wants. */
    enum Pull {
        /** Whether there is another value, which stays here. */
        MOVE,
        /** The value. */
        VALUE,
        /** The end. */
        CLOSE
    }

    /** The pull that is under way. */
    private @Nullable Pull pull;

    /** Whether the body has just yielded and has not returned to the pull yet. */
    private boolean yielded;

    /** The value given out last. */
    private @Nullable Object given;

    /** What a close raises in the body. */
    private @Nullable GeneratorExit exit;

    /** The generators of the loop that it was started on; null if that is none, and before the start. */
    private @Nullable GeneratorSet home;

    private GeneratorSet.@Nullable Member membership;

    /** For subclasses, which are generated. */
    protected AsyncGeneratorFrame() {}

    /**
     * Runs the body from {@link #label} to its next yield, its next suspension or its end.
     *
     * @return nothing of interest
     * @throws Throwable the body's failure
     */
    protected abstract @Nullable Object run(Context context) throws Throwable;

    /** Called by the body at a yield, before it returns. */
    public final void give(@Nullable Object value, int point) {
        given = value;
        yielded = true;
        label = point;
    }

    /** Called by the body at its end, with what the method's {@code return} was given. */
    public final void ended(@Nullable Object returned) {
        if (returned != null) {
            throw new IllegalStateException("async generator " + method() + " returned a "
                    + returned.getClass().getName()
                    + ": an async generator ends with return Generator.end() and gives out the values of another one by"
                    + " a loop of yields");
        }
    }

    /** Called by the kick-off with a new frame: what the user gets. */
    public static <Y extends @Nullable Object> AsyncGenerator<Y> open(AsyncGeneratorFrame<Y> frame) {
        return new AsyncGeneratorHandle<>(frame);
    }

    /**
     * Runs the body on the stack of the coroutine that pulls.
     *
     * @param handle what is to be closed when it becomes unreachable
     * @param sent value of the yield at which the body rests
     * @param thrown failure of that yield, instead of the value
     */
    final @Nullable Object pull(
            Context context,
            Pull wanted,
            AsyncGeneratorHandle<Y> handle,
            @Nullable Object sent,
            @Nullable Throwable thrown) {
        if (pull != null) {
            throw new IllegalStateException("async generator " + method()
                    + " is already running: await one next(), send(), throwInto() or closeAsync() at a time");
        }
        int depth = context.depth;
        if (label != FINISHED && !context.descendToObject()) {
            return context.park(new AsyncGeneratorStep<>(handle, wanted, sent, thrown));
        }
        if (label == CREATED) {
            if (thrown != null) {
                finish();
            } else if (sent != null) {
                throw new IllegalStateException("a value was sent to async generator " + method()
                        + " before it was started: await next() or send(null) first");
            } else {
                enter(context, handle);
            }
        } else if (label != FINISHED && home != context.generators()) {
            throw new IllegalStateException("async generator " + method()
                    + " was started on an event loop and is pulled off it: await it where it was started");
        }
        if (label == FINISHED) {
            return afterTheEnd(wanted, thrown);
        }
        if (label > CREATED) {
            context.result = sent;
            context.failure = thrown;
        }
        pull = wanted;
        exit = thrown instanceof GeneratorExit raised ? raised : null;
        given = null;
        Object value;
        try {
            value = resume(context);
        } catch (Throwable failure) {
            finish();
            throw Sneaky.raise(failure);
        }
        context.depth = depth;
        if (!context.suspended()) {
            finish();
        }
        return value;
    }

    private void enter(Context context, AsyncGeneratorHandle<Y> handle) {
        GeneratorSet generators = context.generators();
        if (generators != null) {
            home = generators;
            membership = generators.add(handle, this);
        }
    }

    private static @Nullable Object afterTheEnd(Pull wanted, @Nullable Throwable thrown) {
        if (wanted == Pull.VALUE) {
            throw thrown == null ? new GeneratorEnd(null) : Sneaky.raise(thrown);
        }
        return wanted == Pull.MOVE ? false : null;
    }

    /** Goes on after a yield or an await, and makes of what the body did what the pull wants. */
    @Override
    protected final @Nullable Object resume(Context context) throws Throwable {
        Pull wanted = pull;
        try {
            run(context);
        } catch (GeneratorExit raised) {
            if (raised != exit) {
                throw raised;
            }
            return null;
        } catch (GeneratorEnd foreign) {
            throw new IllegalStateException(
                    "the end of another generator came out of async generator " + method()
                            + ", which would look like its own: catch GeneratorEnd where the other one is pulled",
                    foreign);
        }
        if (context.suspended()) {
            return null;
        }
        if (wanted == Pull.CLOSE) {
            if (yielded) {
                given = null;
                throw new IllegalStateException("async generator " + method()
                        + " yielded while it was being closed: a finally block must not yield");
            }
            return null;
        }
        if (wanted == Pull.MOVE) {
            return yielded;
        }
        if (!yielded) {
            throw new GeneratorEnd(null);
        }
        Object value = given;
        given = null;
        return value;
    }

    /** Ends the pull; ends the frame unless the body has yielded. */
    @Override
    final @Nullable Frame<?> finish() {
        pull = null;
        exit = null;
        if (yielded) {
            yielded = false;
            Frame<?> awaiting = parent;
            parent = null;
            return awaiting;
        }
        given = null;
        if (membership != null) {
            membership.end();
            membership = null;
        }
        return super.finish();
    }

    /** The value that the last {@link Pull#MOVE} moved to. */
    @SuppressWarnings({"unchecked", "NullAway"}) // generated code yields values of type Y
    final Y given() {
        return (Y) given;
    }

    /** Whether a pull is under way. */
    final boolean isPulled() {
        return pull != null;
    }

    /** Where the generator is in its life; the body of one that is being pulled may be waiting. */
    final CoroutineState stateOfGenerator() {
        return pull == null ? state() : CoroutineState.RUNNING;
    }

    final String method() {
        return PointTable.of(this).method();
    }
}
