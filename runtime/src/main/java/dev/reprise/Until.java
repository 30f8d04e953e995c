package dev.reprise;

/** How long {@link Async#waitUntil} waits. */
public enum Until {
    /** Until all tasks have ended. */
    ALL,
    /** Until a task has ended, in whatever way. */
    FIRST,
    /** Until a task has failed; one that was cancelled has not. If none fails, until all have ended. */
    FIRST_EXCEPTION
}
