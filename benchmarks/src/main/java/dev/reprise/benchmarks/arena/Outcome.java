package dev.reprise.benchmarks.arena;

import org.jspecify.annotations.Nullable;

/** The handle of a task on a {@link HandLoop}: what one other task awaits. */
public class Outcome {

    private final HandLoop loop;
    private @Nullable Integer result;
    private @Nullable Runnable waiter;

    public Outcome(HandLoop loop) {
        this.loop = loop;
    }

    public final void complete(Integer result) {
        this.result = result;
        if (waiter != null) {
            loop.add(waiter);
        }
    }

    /** The result, or null if there is none so far: then {@code retry} runs once there is. */
    public final @Nullable Integer poll(Runnable retry) {
        if (result == null) {
            waiter = retry;
        }
        return result;
    }
}
