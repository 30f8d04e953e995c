package dev.reprise.frame;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.CoroutineState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call of a coroutine method: the cold object before it starts, and what is saved of it while it is
 * suspended. Every coroutine method has a generated subclass whose fields are the parameters and the live variables.
 *
 * @param <T> type of the coroutine's value
 */
public abstract class Frame<T extends @Nullable Object> extends Async<T> {

    /** {@link #label}: made, not started. */
    public static final int CREATED = 0;

    /** {@link #label}: the body is on the Java stack. */
    public static final int RUNNING = -1;

    /** {@link #label}: returned or failed. */
    public static final int FINISHED = -2;

    /** The frame that awaits this one; set while both are suspended. */
    @Nullable Frame<?> parent;

    /** Number of the suspension point at which the body rests, or one of the states above. */
    public int label;

    /**
     * Called once by each frame class, when it is initialised: before a coroutine of it has been made.
     *
     * @param version the number of the contract that its code relies on
     * @throws IncompatibleClassChangeError if this runtime follows another contract
     */
    public static void contract(int version) {
        if (version != Contract.VERSION) {
            throw Contract.broken(
                    version,
                    StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                            .getCallerClass());
        }
    }

    /** For subclasses, which are generated. */
    @SuppressWarnings("this-escape") // what is looked at does not depend on fields
    protected Frame() {
        if (Unawaited.watching) {
            Unawaited.made(this);
        }
    }

    /**
     * Runs the body from {@link #label}.
     *
     * @return the coroutine's value; null if {@code context.suspended()} is set
     * @throws Throwable the coroutine's failure
     */
    protected abstract @Nullable Object resume(Context context) throws Throwable;

    /** Lets go of every reference that the parameters and variables hold. */
    protected abstract void release();

    /**
     * The suspension points of the method as {@link PointTable#parse} reads them.
     */
    protected abstract String points();

    /** The value of a variable, by the number that {@link #points()} gives its field. */
    protected @Nullable Object variable(int field) {
        throw new IndexOutOfBoundsException("no variable has number " + field);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Each frame class of a coroutine has a method of its own that does the same: what the JIT learns of it is about the
     * coroutines of one method then, and if these neither fail nor go too deep, it need not make the frame.
     */
    @Override
    public @Nullable Object awaitIn(Context context) {
        int depth = begin(context);
        if (depth < 0) {
            return context.park(this);
        }
        Object value;
        try {
            value = resume(context);
        } catch (Throwable failure) {
            fail();
            throw Sneaky.raise(failure);
        }
        return end(value, context, depth);
    }

    /**
     * Begins an await.
     *
     * @return how much of the stack is taken; less than 0 if that is too much, and the coroutine is to be parked
     * @throws IllegalStateException if the coroutine has run before
     */
    protected final int begin(Context context) {
        if (label != CREATED) {
            throw new IllegalStateException("coroutine " + PointTable.of(this).method()
                    + " was awaited or started before: an Async runs once, call the method again for another run");
        }
        if (Unawaited.watching) {
            Unawaited.started(this);
        }
        int depth = context.depth;
        return context.descendToObject() ? depth : -1;
    }

    /**
     * Ends an await whose body has returned.
     *
     * @param value what it returned
     * @param depth what {@link #begin} returned
     * @return {@code value}
     */
    protected final @Nullable Object end(@Nullable Object value, Context context, int depth) {
        context.depth = depth;
        if (value != null || !context.suspended() || !context.endsWith(this)) {
            finish();
        }
        return value;
    }

    /** Ends an await whose body has failed. */
    protected final void fail() {
        finish();
    }

    /**
     * The outcome of what a coroutine returned, which is the coroutine's own. Called by generated code.
     *
     * @throws NullPointerException if it returned null, with its name
     */
    public static @Nullable Object awaitReturned(@Nullable Awaitable<?> returned, Context context) {
        if (returned == null) {
            StackWalker.StackFrame body = StackWalker.getInstance()
                    .walk(frames -> frames.skip(1).findFirst())
                    .orElseThrow();
            throw new NullPointerException("coroutine " + body.getClassName() + "." + body.getMethodName()
                    + " returned null: return Async.of(value), or Async.done() if it has no value");
        }
        return returned.awaitIn(context);
    }

    /** Closes a coroutine that was to be started and never will be, if it is one: it lets go of its arguments. */
    public static void abandon(@Nullable Object coroutine) {
        if (coroutine instanceof Frame<?> frame && frame.label == CREATED) {
            if (Unawaited.watching) {
                Unawaited.started(frame);
            }
            frame.finish();
        }
    }

    /** The body has returned or failed: ends the frame and returns the one that awaits it. */
    @Nullable Frame<?> finish() {
        Frame<?> awaiting = parent;
        label = FINISHED;
        parent = null;
        release();
        return awaiting;
    }

    /** Where the body stands, as an element of a stack trace: its first line unless it is suspended. */
    public final StackTraceElement position() {
        return PointTable.of(this).position(label);
    }

    @Override
    public final CoroutineState state() {
        return PointTable.state(label);
    }

    @Override
    public final int line() {
        return PointTable.of(this).line(label);
    }

    @Override
    public final Map<String, @Nullable Object> locals() {
        return PointTable.of(this).locals(label, this::variable);
    }

    @Override
    public String toString() {
        return "Async " + PointTable.of(this).method() + " ("
                + switch (label) {
                    case CREATED -> "not started";
                    case RUNNING -> "running";
                    case FINISHED -> "finished";
                    default -> "suspended at line " + position().getLineNumber();
                }
                + ")";
    }
}
