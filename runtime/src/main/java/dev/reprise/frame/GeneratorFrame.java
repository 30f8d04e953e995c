package dev.reprise.frame;

import dev.reprise.CoroutineState;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of one run of a generator method. Every generator method has a generated subclass whose fields are the
 * parameters and the live variables.
 *
 * <p>The object is the {@link Iterator} or {@link Generator} that the method returns. As an {@link Iterable} it is only
 * the pattern for its iterators: each is a copy that has not been started.
 *
 * @param <Y> type of the values given out
 * @param <S> type of the values sent in
 * @param <R> type of the value the body returns
 */
@SuppressWarnings("IterableAndIterator") // no generator method declares both: it returns one view or the other
public abstract class GeneratorFrame<Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
        implements Generator<Y, S, R>, Iterable<Y>, Cloneable {

    /** Number of the yield at which the body rests, or a state of {@link Frame}. */
    public int label;

    /** Whether {@link #exchange} holds a value that {@link #hasNext()} ran ahead for. */
    private boolean ahead;

    /** Whether the value returned has been handed out with a {@link GeneratorEnd}. */
    private boolean endSignalled;

    /** The value given out, on the way out; the value sent, on the way in; at the end, the value returned. */
    private @Nullable Object exchange;

    /** What the yield at which the body rests is to raise. */
    private @Nullable Throwable thrown;

    /** For subclasses, which are generated. */
    protected GeneratorFrame() {}

    /**
     * Runs the body from {@link #label} to its next yield or its end.
     *
     * @return true if it yielded
     * @throws Throwable the body's failure
     */
    protected abstract boolean resume() throws Throwable;

    /** Lets go of every reference that the parameters and variables hold. */
    protected abstract void release();

    /** The suspension points of the method as {@link PointTable#parse} reads them. */
    protected abstract String points();

    /** The value of a variable, by the number that {@link #points()} gives its field. */
    protected @Nullable Object variable(int field) {
        throw new IndexOutOfBoundsException("no variable has number " + field);
    }

    /** Called by the body at a yield, before it returns. */
    public final void give(@Nullable Object value, int point) {
        exchange = value;
        label = point;
    }

    /** Called by the body where it resumes: the value sent, or the failure thrown in. */
    public final @Nullable Object received() {
        Throwable raised = thrown;
        if (raised != null) {
            thrown = null;
            throw Sneaky.raise(raised);
        }
        Object value = exchange;
        exchange = null;
        return value;
    }

    /** Called by the body at its end, with what the method's {@code return} was given. */
    public final void ended(@Nullable Object returned) {
        if (returned instanceof Ended end) {
            exchange = end.value();
        } else if (returned != null) {
            throw new IllegalStateException("generator " + method() + " returned a "
                    + returned.getClass().getName()
                    + ": a generator ends with return Generator.end() and gives out the values of another one by"
                    + " a loop of yields");
        }
    }

    @Override
    public final boolean hasNext() {
        if (ahead) {
            return true;
        }
        if (!advance()) {
            return false;
        }
        ahead = true;
        return true;
    }

    @Override
    public final Y next() {
        if (ahead) {
            ahead = false;
        } else if (!advance()) {
            throw end();
        }
        return given();
    }

    @Override
    public final Y send(S value) {
        if (value != null && label == Frame.CREATED) {
            throw new IllegalStateException("a value was sent to generator " + method()
                    + " before it was started: call next() or send(null) first");
        }
        requireNotAhead();
        if (label > Frame.CREATED) {
            exchange = value;
        }
        return pulled();
    }

    @Override
    public final Y throwInto(Throwable failure) {
        if (label == Frame.CREATED) {
            finish();
        }
        if (label == Frame.FINISHED) {
            throw Sneaky.raise(failure);
        }
        ahead = false;
        exchange = null;
        if (label > Frame.CREATED) {
            thrown = failure;
        }
        return pulled();
    }

    @Override
    public final void close() {
        if (label == Frame.CREATED) {
            finish();
        }
        if (label == Frame.FINISHED) {
            return;
        }
        ahead = false;
        exchange = null;
        GeneratorExit exit = new GeneratorExit();
        if (label > Frame.CREATED) {
            thrown = exit;
        }
        boolean yielded;
        try {
            yielded = advance();
        } catch (GeneratorExit raised) {
            if (raised != exit) {
                throw raised;
            }
            yielded = false;
        }
        if (yielded) {
            exchange = null;
            throw new IllegalStateException(
                    "generator " + method() + " yielded while it was being closed: a finally block must not yield");
        }
        exchange = null;
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
    @SuppressWarnings({"unchecked", "NullAway"}) // generated code stores an R at the end of the body
    public final R result() {
        if (label != Frame.FINISHED) {
            throw new IllegalStateException("generator " + method() + " has not ended: its state is " + state());
        }
        return (R) exchange;
    }

    @Override
    @SuppressWarnings("unchecked") // a copy has the class of its original
    public final Iterator<Y> iterator() {
        if (label != Frame.CREATED) {
            throw new IllegalStateException("generator " + method() + " was used as an iterator before: its state is "
                    + state() + ", call the method again for another run");
        }
        try {
            return (Iterator<Y>) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        CoroutineState state = state();
        return "Generator " + method() + " ("
                + (state == CoroutineState.SUSPENDED ? "SUSPENDED at line " + line() : state) + ")";
    }

    private void requireNotAhead() {
        if (ahead) {
            throw new IllegalStateException("a value was sent to generator " + method()
                    + " after hasNext() had run it ahead to its next yield: use next() and send only");
        }
    }

    private GeneratorEnd end() {
        Object value = endSignalled ? null : exchange;
        endSignalled = true;
        return new GeneratorEnd(value);
    }

    private void finish() {
        label = Frame.FINISHED;
        release();
    }

    private String method() {
        return PointTable.of(this).method();
    }

    private boolean advance() {
        if (label < Frame.CREATED) {
            return stopped();
        }
        boolean yielded;
        try {
            yielded = resume();
        } catch (Throwable failure) {
            exchange = null;
            finish();
            throw Sneaky.raise(failure);
        }
        if (!yielded) {
            finish();
        }
        return yielded;
    }

    private boolean stopped() {
        if (label == Frame.RUNNING) {
            throw new IllegalStateException("generator " + method()
                    + " is already executing: its body must not pull, send to or close the generator itself");
        }
        return false;
    }

    private Y pulled() {
        if (!advance()) {
            throw end();
        }
        return given();
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // generated code yields values of type Y
    private Y given() {
        Object value = exchange;
        exchange = null;
        return (Y) value;
    }
}
