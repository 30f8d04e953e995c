package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine written by hand, as the compiler would have written one: steps, each of which gives what is awaited next.
 * The value of that await goes to the next step, its failure to the next {@link #recover} step; the value of the last
 * await is the coroutine's.
 */
public final class Script<T extends @Nullable Object> extends Frame<T> {

    /** A stretch of code between two awaits. */
    public interface Step<I extends @Nullable Object> {
        Awaitable<?> run(I received) throws Throwable;
    }

    private sealed interface Line {
        record Then(Step<@Nullable Object> step) implements Line {}

        record Recover(Step<Throwable> step) implements Line {}
    }

    private final String name;
    private final List<Line> lines = new ArrayList<>();

    private Script(String name) {
        this.name = name;
    }

    /** A coroutine that begins with {@code step}. */
    @SuppressWarnings("unchecked")
    public static <T extends @Nullable Object> Script<T> of(String name, Step<@Nullable Object> step) {
        return (Script<T>) new Script<>(name).then(step);
    }

    /** A coroutine that begins with {@code step}. */
    public static <T extends @Nullable Object> Script<T> of(Step<@Nullable Object> step) {
        return of("script", step);
    }

    /** A coroutine that awaits one thing. */
    public static <T extends @Nullable Object> Script<T> awaiting(Awaitable<? extends T> awaited) {
        return of("awaiting", nothing -> awaited);
    }

    /** A coroutine of one stretch of code without a value. */
    public static Script<@Nullable Void> doing(Runnable code) {
        return of("doing", nothing -> {
            code.run();
            return Async.done();
        });
    }

    /** What runs when everything before went well. */
    @SuppressWarnings("unchecked")
    public <I extends @Nullable Object> Script<T> then(Step<I> step) {
        lines.add(new Line.Then((Step<@Nullable Object>) step));
        return this;
    }

    /** What runs when something before failed: a catch block. */
    public Script<T> recover(Step<Throwable> step) {
        lines.add(new Line.Recover(step));
        return this;
    }

    @Override
    protected @Nullable Object resume(Context context) throws Throwable {
        int line = label;
        boolean resumed = line != CREATED;
        label = RUNNING;
        Object value = null;
        Throwable failure = null;
        if (resumed) {
            try {
                value = context.take();
            } catch (Throwable t) {
                failure = t;
            }
        }
        for (; line < lines.size(); line++) {
            Awaitable<?> awaited;
            try {
                if (failure == null && lines.get(line) instanceof Line.Then then) {
                    awaited = then.step().run(value);
                } else if (failure != null && lines.get(line) instanceof Line.Recover recover) {
                    awaited = recover.step().run(failure);
                } else {
                    continue;
                }
                failure = null;
                value = awaited.awaitIn(context);
            } catch (Throwable t) {
                failure = t;
                continue;
            }
            if (context.suspended()) {
                label = line + 1;
                context.link(this);
                return null;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    @Override
    protected void release() {
        lines.clear();
    }

    @Override
    protected String points() {
        StringBuilder numbers = new StringBuilder();
        for (int i = 1; i <= 64; i++) {
            numbers.append(i == 1 ? "" : ",").append(i);
        }
        return "Script|" + name + "|Script.java|0|" + numbers;
    }
}
