package dev.reprise;

import org.jspecify.annotations.Nullable;

/** How {@link EventLoop#createTask(Awaitable, TaskOptions)} makes a task. Immutable: each method gives a changed copy. */
public final class TaskOptions {

    private static final TaskOptions DEFAULTS = new TaskOptions(null, false);

    private final @Nullable String name;
    private final boolean eager;

    private TaskOptions(@Nullable String name, boolean eager) {
        this.name = name;
        this.eager = eager;
    }

    /** A name with a number, and the first step in the next turn of the loop. */
    public static TaskOptions defaults() {
        return DEFAULTS;
    }

    /** With a name for messages. */
    public TaskOptions name(String other) {
        return new TaskOptions(other, eager);
    }

    /**
     * With the first step at once, inside of {@code createTask}, up to the first suspension. A coroutine that does not suspend
     * has ended then and was never in the loop's queue; what is cancelled before it begins cannot be.
     */
    public TaskOptions eager() {
        return new TaskOptions(name, true);
    }

    @Nullable String name() {
        return name;
    }

    boolean isEager() {
        return eager;
    }
}
