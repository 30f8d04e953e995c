package dev.reprise;

import dev.reprise.frame.Context;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A variable that each task has a value of its own for: the user whose request is served, the id of a trace. What a {@link
 * ThreadLocal} is among threads, which tasks share.
 *
 * <pre>{@code
 * static final ContextVar<String> USER = ContextVar.named("user");
 * }</pre>
 *
 * <p>A task begins with a copy of the values that hold where it is created; what either side sets later, the other does
 * not see. A coroutine that is awaited directly is part of the task that awaits it, so the caller sees what it sets. A
 * callback of a loop runs with the values that held where it was scheduled, and what it sets ends with it. {@link
 * Async#toThread} takes the values along to its thread, {@link EventLoop#runInExecutor} does not.
 *
 * <p>Thread-safe: each thread, too, has values of its own, outside of loops.
 *
 * @param <T> type of the values
 */
public final class ContextVar<T extends @Nullable Object> {

    private final String name;
    private final boolean hasDefault;
    private final @Nullable T whereUnset;

    private ContextVar(String name, boolean hasDefault, @Nullable T whereUnset) {
        this.name = name;
        this.hasDefault = hasDefault;
        this.whereUnset = whereUnset;
    }

    /** A variable that has a value only where one was set. */
    public static <T extends @Nullable Object> ContextVar<T> named(String name) {
        return new ContextVar<>(name, false, null);
    }

    /** A variable that has the value {@code whereUnset} until another is set. */
    public static <T extends @Nullable Object> ContextVar<T> named(String name, T whereUnset) {
        return new ContextVar<>(name, true, whereUnset);
    }

    /**
     * The value that holds here.
     *
     * @throws NoSuchElementException if none was set and the variable has no default
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // set() takes a T
    public T get() {
        ContextValues values = ContextValues.current(Context.current());
        if (values != null && ContextValues.has(values, this)) {
            return (T) values.get(this);
        }
        if (!hasDefault) {
            throw new NoSuchElementException(this
                    + " has no value here: set() it in this task or in the one that creates it, or give it a default");
        }
        return whereUnset;
    }

    /** The value that holds here, or {@code other} if none was set; a default does not count. */
    @SuppressWarnings({"unchecked", "NullAway"}) // set() takes a T
    public T orElse(T other) {
        ContextValues values = ContextValues.current(Context.current());
        return values != null && ContextValues.has(values, this) ? (T) values.get(this) : other;
    }

    /** Sets the value for the rest of the task. */
    public void set(T value) {
        Context context = Context.current();
        context.values(ContextValues.with(ContextValues.current(context), this, value));
    }

    /**
     * Sets the value until the result is closed, in the same task:
     *
     * <pre>{@code
     * try (var binding = USER.bind("ada")) { … }
     * }</pre>
     */
    public Binding bind(T value) {
        Context context = Context.current();
        Binding binding = new Binding(ContextValues.current(context));
        set(value);
        return binding;
    }

    /** A value that holds until it is closed. */
    public final class Binding implements AutoCloseable {

        private final @Nullable ContextValues before;

        private Binding(@Nullable ContextValues before) {
            this.before = before;
        }

        /** Gives the variable the value back that it had before, or none. Other variables stay as they are. */
        @Override
        public void close() {
            Context context = Context.current();
            ContextValues values = ContextValues.current(context);
            context.values(
                    before != null && ContextValues.has(before, ContextVar.this)
                            ? ContextValues.with(values, ContextVar.this, before.get(ContextVar.this))
                            : ContextValues.without(values, ContextVar.this));
        }
    }

    @Override
    public String toString() {
        return "context variable " + name;
    }
}
