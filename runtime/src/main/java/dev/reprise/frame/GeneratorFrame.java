package dev.reprise.frame;

import dev.reprise.CoroutineState;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

    /** {@link #label} at the point 0, which there is not, of a body that delegates. */
    private static final int DELEGATING = -2;

    /**
     * Number of the yield at which the body rests; {@value #DELEGATING} less the number of the {@code yieldFrom}; or a
     * state of {@link Frame}.
     */
    public int label;

    /** Whether a value is pending for which {@link #hasNext()} ran ahead. */
    boolean ahead;

    /** Whether the value returned has been handed out, with a {@link GeneratorEnd} or to a delegating generator. */
    private boolean endSignalled;

    /** Whether it was made for a {@code yieldFrom} and nobody else has it. */
    boolean owned;

    /** Whether the body delegates for the last time and nothing follows. */
    boolean last;

    /** Whether who delegates to this one wants no value of it. */
    boolean resultDropped;

    /**
     * The value given out, on the way out; the value sent or a {@link Raised}, on the way in; at the end, the value
     * returned.
     */
    @Nullable Object exchange;

    /** The generator that delegates to this one. */
    @Nullable GeneratorFrame<?, ?, ?> parent;

    /** The generator that this one delegates to. */
    @Nullable GeneratorFrame<?, ?, ?> child;

    /** The last of the chain of children, null if not known; kept while this one is pulled. */
    @Nullable GeneratorFrame<?, ?, ?> leaf;

    /**
     * One that was owned and has ended, to be used again for the next that this one delegates to. An owned frame keeps its
     * own when it ends, as it may be used again too; all of them go with the first frame of the chain.
     */
    private @Nullable GeneratorFrame<?, ?, ?> spare;

    /** For subclasses, which are generated. */
    protected GeneratorFrame() {}

    /**
     * Runs the body from {@link #label} to its next yield or its end.
     *
     * @return true if it yielded
     * @throws Throwable the body's failure
     */
    protected abstract boolean resume() throws Throwable;

    /** Whether there is a body for {@link #push}. A constant of the class. */
    protected boolean pushes() {
        return false;
    }

    /**
     * Runs the body from its begin to its end, with each value given to a consumer.
     *
     * @param room how many bodies may run so within each other, this one included
     * @return what the generator returns
     * @throws Throwable the body's failure, or the consumer's
     */
    protected @Nullable Object push(Push consumer, int room) throws Throwable {
        throw new AssertionError(this + " has no body that runs to its end");
    }

    /** Lets go of every reference that the parameters and variables hold. */
    protected abstract void release();

    /**
     * Whether the body holds a {@code yieldFrom}. A constant of the class, so that in a pull of one that does not the JIT
     * compiler leaves out what deals with children.
     */
    protected boolean delegates() {
        return false;
    }

    /** A frame with the same arguments as this one, which has not been started. */
    @SuppressWarnings("unchecked") // a clone has the class of its original
    protected GeneratorFrame<Y, S, R> copy() {
        try {
            return (GeneratorFrame<Y, S, R>) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

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

    /** Called by the body at a {@code yieldFrom}, before it returns. */
    public final void delegate(Iterator<?> values, int point) {
        delegateTo(Delegation.frame(values), point);
    }

    /** Called by the body at a {@code yieldFrom}, before it returns. */
    public final void delegate(Iterable<?> values, int point) {
        delegateTo(Delegation.frame(values), point);
    }

    /** Called by the body at a {@code yieldFrom}, before it returns. */
    public final void delegate(BaseStream<?, ?> values, int point) {
        delegateTo(Delegation.frame(values), point);
    }

    /** Called by the body at a {@code yieldFrom} of a generator that was made for it, before it returns. */
    public final void delegateOwn(GeneratorFrame<?, ?, ?> sub, int point) {
        child = sub;
        sub.parent = this;
        label = DELEGATING - point;
    }

    /** Called by the body after {@code delegate}, if nothing follows: this frame need not stay in the chain. */
    public final void delegatesLast() {
        last = true;
    }

    /**
     * Called by the body where it delegates to a run of its own method and nothing follows: whether it may start again in
     * this frame instead.
     */
    public final boolean restarts() {
        return owned && parent != null;
    }

    /** Called by the code that makes frames for a {@code yieldFrom}: one that {@link #renew} makes new, if there is one. */
    public static @Nullable GeneratorFrame<?, ?, ?> spareOf(@Nullable GeneratorFrame<?, ?, ?> delegator) {
        return delegator == null ? null : delegator.spare;
    }

    /** Called for a spare frame: it has not been started. */
    public final void renew() {
        label = Frame.CREATED;
        endSignalled = false;
        resultDropped = false;
        last = false;
        exchange = null;
    }

    /** Called for a frame that was made for a {@code yieldFrom}. */
    public final void own() {
        owned = true;
    }

    /** Keeps a frame below this one that has ended, if nobody else has it. */
    final void keepSpare(GeneratorFrame<?, ?, ?> ended) {
        if (ended.exchange != null) {
            ended.exchange = null;
        }
        if (spare != ended) {
            spare = ended;
        }
    }

    /** Called by the body where it resumes: the value sent, or the failure thrown in. */
    public final @Nullable Object received() {
        Object value = exchange;
        if (value == null) {
            return null;
        }
        exchange = null;
        if (value instanceof Raised raised) {
            throw Sneaky.raise(raised.failure());
        }
        return value;
    }

    /** Called by the body at its end, with what the method's {@code return} was given. */
    public final void ended(@Nullable Object returned) {
        // at most 35 bytes: C2 inlines nothing longer that runs once in a loop
        if (returned != null) {
            keepResult(returned);
        }
    }

    private void keepResult(Object returned) {
        exchange = returned instanceof Ended end ? end.value() : Ended.value(returned, method());
    }

    @Override
    public final boolean hasNext() {
        if (ahead) {
            return true;
        }
        if (!advance()) {
            return false;
        }
        (parent == null ? this : Delegation.leaf(this)).ahead = true;
        return true;
    }

    @Override
    public final Y next() {
        pull();
        return given();
    }

    /**
     * Gives {@code action} every value that is left. A failure of the action closes the generator, which does not see it,
     * and comes back from here; what closing raises is suppressed in it. Until the action returns the generator counts as
     * executing.
     *
     * @throws IllegalStateException if called by the body or by {@code action}
     */
    @Override
    public void forEachRemaining(Consumer<? super Y> action) {
        new Push(Objects.requireNonNull(action)).all(this);
    }

    /** Gives {@code action} every value of a new run, as {@link #forEachRemaining} does. */
    @Override
    public final void forEach(Consumer<? super Y> action) {
        Objects.requireNonNull(action);
        iterator().forEachRemaining(action);
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
        } else if (child != null) {
            Delegation.send(this, value);
        }
        if (!advance()) {
            throw end();
        }
        return given();
    }

    @Override
    public final Y throwInto(Throwable failure) {
        requireNotExecuting();
        if (label == Frame.CREATED) {
            finish();
        }
        if (label == Frame.FINISHED) {
            throw Sneaky.raise(failure);
        }
        ahead = false;
        if (!Delegation.raise(this, failure)) {
            throw end();
        }
        return given();
    }

    @Override
    public final void close() {
        requireNotExecuting();
        if (label == Frame.CREATED) {
            finish();
        }
        if (label != Frame.FINISHED) {
            ahead = false;
            Delegation.close(this);
        }
    }

    @Override
    public final CoroutineState state() {
        return child == null || Delegation.leaf(this).label != Frame.RUNNING
                ? PointTable.state(point())
                : CoroutineState.RUNNING;
    }

    @Override
    public final int line() {
        return PointTable.of(this).line(point());
    }

    @Override
    public final Map<String, @Nullable Object> locals() {
        return PointTable.of(this).locals(point(), this::variable);
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
    public final Iterator<Y> iterator() {
        if (label != Frame.CREATED) {
            throw new IllegalStateException("generator " + method() + " was used as an iterator before: its state is "
                    + state() + ", call the method again for another run");
        }
        return copy();
    }

    @Override
    public String toString() {
        CoroutineState state = state();
        return "Generator " + method() + " ("
                + (state == CoroutineState.SUSPENDED ? "SUSPENDED at line " + line() : state) + ")";
    }

    /** The number of the yield or {@code yieldFrom} at which the body rests, or a state of {@link Frame}. */
    final int point() {
        return label < DELEGATING ? DELEGATING - label : label;
    }

    final String method() {
        return PointTable.of(this).method();
    }

    final IllegalStateException alreadyExecuting() {
        return new IllegalStateException("generator " + method()
                + " is already executing: its body must not pull, send to or close the generator itself");
    }

    /** Ends the frame. */
    final void finish() {
        label = Frame.FINISHED;
        if (leaf != null) {
            leaf = null;
        }
        if (!owned) {
            spare = null;
        }
        release();
    }

    /** Ends the frame with a failure, and returns what those outside see of it. */
    final Throwable failed(Throwable failure) {
        exchange = null;
        finish();
        return failure instanceof GeneratorEnd ? Push.lost(failure, method()) : failure;
    }

    /** The value that a {@code yieldFrom} of this generator has. */
    final @Nullable Object outcome() {
        Object value = takeResult();
        return resultDropped ? null : value;
    }

    /** The value returned, for the first who takes it; null for others. */
    final @Nullable Object takeResult() {
        Object value = endSignalled ? null : exchange;
        endSignalled = true;
        return value;
    }

    private GeneratorEnd end() {
        return new GeneratorEnd(takeResult());
    }

    final void requireNotAhead() {
        if (ahead) {
            throw new IllegalStateException("a value was sent to generator " + method()
                    + " after hasNext() had run it ahead to its next yield: use next() and send only");
        }
    }

    private void delegateTo(GeneratorFrame<?, ?, ?> sub, int point) {
        sub.requireNotExecuting();
        delegateOwn(sub, point);
    }

    final void requireNotExecuting() {
        if (state() == CoroutineState.RUNNING) {
            throw alreadyExecuting();
        }
    }

    private boolean advance() {
        if (label < Frame.CREATED) {
            return label != Frame.FINISHED && Delegation.step(this);
        }
        try {
            if (resume()) {
                return true;
            }
        } catch (Throwable failure) {
            throw Sneaky.raise(failed(failure));
        }
        if (delegates() && child != null) {
            return Delegation.run(this, Delegation.delegatee(this));
        }
        // as finish(), which C2 would call instead of inlining it: this is reached once
        label = Frame.FINISHED;
        if (leaf != null) {
            leaf = null;
        }
        if (delegates()) {
            spare = null;
        }
        release();
        return false;
    }

    /** Runs to the next yield, unless {@link #hasNext()} has. */
    final void pull() {
        if (!moves()) {
            throw end();
        }
    }

    /** Runs to the next yield, unless {@link #hasNext()} has; false at the end. */
    final boolean moves() {
        if (ahead) {
            ahead = false;
            return true;
        }
        return advance();
    }

    /** Gives a consumer the value that this body gave out. */
    void handOver(Push consumer) {
        consumer.objects().accept(taken());
    }

    /** The frame whose body gave out the value that was pulled: this one, or one it delegates to. */
    final GeneratorFrame<?, ?, ?> giver() {
        return child == null ? this : Delegation.leaf(this);
    }

    /** Takes the value that this body gave out. */
    @Nullable Object taken() {
        Object value = exchange;
        exchange = null;
        return value;
    }

    @Override
    public final Stream<Y> stream() {
        return StreamSupport.stream(new ObjectSpliterator<>(this), false).onClose(this::close);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // generated code yields values of type Y
    final Y given() {
        return (Y) giver().taken();
    }
}
