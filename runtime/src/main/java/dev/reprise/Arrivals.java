package dev.reprise;

import dev.reprise.frame.Context;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The way of tasks that are made on other threads to their loop. Thread-safe. */
final class Arrivals {

    private final EventLoop loop;
    private final AtomicInteger underway = new AtomicInteger();

    Arrivals(EventLoop loop) {
        this.loop = loop;
    }

    <T extends @Nullable Object> RunningTask<T> send(Awaitable<T> coroutine, @Nullable String name) {
        RunningTask<T> task = new RunningTask<>(loop, coroutine, name);
        task.inherit(Context.current());
        underway.incrementAndGet();
        if (!loop.core().inbox().post(() -> arrived(task))) {
            throw LoopMisuse.closed("runThreadsafe()");
        }
        return task;
    }

    private void arrived(RunningTask<?> task) {
        loop.admit(task);
        underway.decrementAndGet();
    }

    /** About how many tasks the loop has, those on their way to it included. */
    int load() {
        return underway.get() + loop.taskSet().sizeFromOutside();
    }
}
