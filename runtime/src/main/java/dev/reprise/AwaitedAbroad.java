package dev.reprise;

import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * The wait for a task of another loop. The two loops only talk through their inboxes: this one asks, that one tells when the
 * task has ended, and the coroutine goes on where it was.
 *
 * <p>A request to stop is passed on to the task, and the wait ends at once: whether and when the other loop gets to it is not
 * known here. Fields belong to the thread of the waiting loop.
 */
final class AwaitedAbroad implements Suspension {

    final RunningTask<?> task;
    private final EventLoop loop;
    private final Runnable tell = this::tell;

    /** Who waits; null before that, and from the wake-up on. */
    private @Nullable Driver driver;

    /** The task has failed, and nobody has received that but this wait. Written by the task's thread, which then hands over. */
    private boolean onlyReceiver;

    private @Nullable Cancelled cancelled;

    /** @param loop the one that waits */
    AwaitedAbroad(RunningTask<?> task, EventLoop loop) {
        this.task = task;
        this.loop = loop;
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        if (!task.tellWhenDone(tell)) {
            if (!task.isDone()) {
                throw LoopMisuse.endedWith(task);
            }
            ended();
        }
    }

    /** On the thread of the task. A loop that is closed has nobody left who waits. */
    private void tell() {
        Failure failed = task.failure();
        onlyReceiver = failed != null && !failed.received;
        if (loop.core().inbox().post(this::ended) && failed != null) {
            failed.receive();
        }
    }

    private void ended() {
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        } else {
            discard();
        }
    }

    @Override
    public @Nullable Object outcome() {
        if (cancelled != null) {
            throw cancelled;
        }
        return task.result();
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        Driver woken = driver;
        if (woken == null) {
            return false;
        }
        driver = null;
        cancelled = new Cancelled(reason);
        task.loop.core().inbox().post(() -> {
            task.forget(tell);
            task.cancelIfAlive(reason);
        });
        woken.wake();
        return true;
    }

    /** The coroutine was cancelled before it could receive the outcome. */
    @Override
    public void discard() {
        Failure failed = onlyReceiver ? task.failure() : null;
        if (failed != null) {
            onlyReceiver = false;
            loop.callExceptionHandler(new UnhandledFailure(
                    "failure of " + this + " was never retrieved: the coroutine that awaited it was cancelled",
                    failed.receive(),
                    task,
                    null));
        }
    }

    @Override
    public boolean isForeign() {
        return true;
    }

    @Override
    public String toString() {
        return task.name() + " of " + task.loop;
    }
}
