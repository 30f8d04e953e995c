package dev.reprise;

import dev.reprise.frame.LoopFuture;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A task as one of the JDK's futures. */
final class TaskFuture<T extends @Nullable Object> extends LoopFuture<T> {

    private final RunningTask<T> task;

    private TaskFuture(RunningTask<T> task) {
        super(task.loop);
        this.task = task;
    }

    /** Thread-safe. */
    static <T extends @Nullable Object> TaskFuture<T> of(RunningTask<T> task) {
        TaskFuture<T> future = new TaskFuture<>(task);
        if (task.isDone()) {
            future.follow();
        } else if (task.loop.isOwnThread()) {
            task.whenDone(future::follow);
        } else if (!task.tellWhenDone(future::follow)) {
            future.followClosed();
        }
        return future;
    }

    private void follow() {
        try {
            complete(task.result());
        } catch (Cancelled cancelled) {
            super.cancel(false);
        } catch (Throwable failure) {
            completeExceptionally(failure);
        }
    }

    /** The loop takes no callbacks any more; its tasks have ended, or end just now. */
    private void followClosed() {
        if (task.isDone()) {
            follow();
        } else {
            completeExceptionally(new CancellationException("the event loop of " + task.name() + " was closed"));
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            task.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }
}
