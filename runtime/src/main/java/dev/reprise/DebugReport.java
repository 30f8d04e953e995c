package dev.reprise;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@linkplain DebugOptions debug mode} has noticed.
 *
 * @param kind what it is about
 * @param message what happened, a sentence that names the task, callback or coroutine
 * @param trace never thrown: its stack trace says where. {@link Kind#SLOW_STEP}: the coroutines of the task as they stood
 *     when the step began, the innermost first. {@link Kind#HUNG_STEP}: what the loop's thread is doing; the cause says the
 *     same as for a slow step. {@link Kind#NEVER_AWAITED}: where the coroutine method was called
 * @param task the task whose step it is, null for a callback or a coroutine that is no task
 * @param lasted how long the step took, or has taken so far; zero if it is not about a step
 */
public record DebugReport(
        Kind kind,
        String message,
        Throwable trace,
        @Nullable Task<?> task,
        Duration lasted) {

    /** What a report is about. */
    public enum Kind {
        /** One step of a task, or one callback, took long: the loop served nobody else meanwhile. Told when it has ended. */
        SLOW_STEP,
        /** A step has not come to its end for long: it blocks, or computes for ever. Told once while it lasts. */
        HUNG_STEP,
        /** A coroutine was made on the loop and neither awaited nor started. Told when it is gone, or the loop closes. */
        NEVER_AWAITED
    }

    void log() {
        System.getLogger("dev.reprise").log(System.Logger.Level.WARNING, message, trace);
    }
}
