package dev.reprise;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** How a thread that is not the loop's waits for a task. */
final class BlockedThread {

    private BlockedThread() {}

    /**
     * What the calling thread may block on.
     *
     * @throws IllegalStateException on the loop's own thread, which would wait for itself
     */
    static <T extends @Nullable Object> CompletableFuture<T> waitingFor(RunningTask<T> task) {
        if (task.loop.isOwnThread()) {
            throw new IllegalStateException("get() would block the event loop that " + task
                    + " runs on: await the task, or ask for its result() when it has ended");
        }
        return task.toCompletableFuture();
    }

    /** The outcome of a task that has ended, as the JDK's futures report it. */
    static <T extends @Nullable Object> T reported(RunningTask<T> task) throws ExecutionException {
        try {
            return task.result();
        } catch (Cancelled cancelled) {
            CancellationException report = new CancellationException(cancelled.getMessage());
            report.initCause(cancelled);
            throw report;
        } catch (Throwable failure) {
            throw new ExecutionException(failure);
        }
    }
}
