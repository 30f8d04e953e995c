package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link Async#waitUntil}. */
final class WaitUntil<T extends @Nullable Object> extends Async<Waited<T>> implements Suspension {

    private final Until until;
    private final @Nullable Duration limit;
    private final Set<RunningTask<? extends T>> tasks = new LinkedHashSet<>();
    private final Runnable look = this::look;
    private boolean started;

    /** Who waits; null before that, and from the wake-up on. */
    private @Nullable Driver driver;

    private @Nullable Deadline deadline;
    private @Nullable Cancelled cancelled;

    WaitUntil(Until until, @Nullable Duration limit, Collection<? extends Task<? extends T>> awaited) {
        if (awaited.isEmpty()) {
            throw new IllegalArgumentException("waitUntil needs at least one task");
        }
        this.until = until;
        this.limit = limit;
        for (Task<? extends T> each : awaited) {
            tasks.add((RunningTask<? extends T>) each);
        }
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (started) {
            throw new IllegalStateException("a waitUntil runs once: call it again for another wait");
        }
        started = true;
        for (RunningTask<?> task : tasks) {
            if (!task.isDone()) {
                task.loop.checkAwaiting(context, task);
            }
        }
        return isSatisfied() ? outcome() : context.suspendOn(this);
    }

    private boolean isSatisfied() {
        boolean all = tasks.stream().allMatch(RunningTask::isDone);
        return all
                || switch (until) {
                    case ALL -> false;
                    case FIRST -> tasks.stream().anyMatch(RunningTask::isDone);
                    case FIRST_EXCEPTION -> tasks.stream().anyMatch(RunningTask::hasFailed);
                };
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        EventLoop loop = EventLoop.current();
        for (RunningTask<?> task : tasks) {
            if (!task.isDone()) {
                task.whenDone(look);
            }
        }
        if (limit != null) {
            deadline = Deadline.start(loop, limit, this::wake);
        }
    }

    private void look() {
        if (isSatisfied()) {
            wake();
        }
    }

    private void wake() {
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            if (deadline != null) {
                deadline.withdraw();
            }
            tasks.forEach(task -> task.forget(look));
            woken.wake();
        }
    }

    @Override
    public @Nullable Object outcome() {
        if (cancelled != null) {
            throw cancelled;
        }
        List<Task<? extends T>> done = new ArrayList<>();
        List<Task<? extends T>> pending = new ArrayList<>();
        for (RunningTask<? extends T> task : tasks) {
            (task.isDone() ? done : pending).add(task);
        }
        return new Waited<>(List.copyOf(done), List.copyOf(pending));
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        if (driver == null) {
            return false;
        }
        cancelled = new Cancelled(reason);
        wake();
        return true;
    }

    @Override
    public String toString() {
        return until + " of " + tasks.size() + " tasks";
    }
}
