package dev.reprise;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in the order in which they end; {@link Async#asCompleted} makes it.
 *
 * <pre>{@code
 * for (Task<Page> task : await(asCompleted(pages))) {
 *     show(task.result());
 * }
 * }</pre>
 *
 * <p>The tasks are started, and the time limit begins, with the iteration or with {@link #inOrder()}; only one of the two, and
 * once. When the time is over the next await raises {@link TimedOut}, and the tasks that are left go on.
 *
 * @param <T> type of the tasks' values
 */
public final class Completions<T extends @Nullable Object> implements AsyncIterable<Task<T>> {

    private final List<Awaitable<T>> awaited;
    private final @Nullable Duration limit;
    private final Deque<RunningTask<T>> ended = new ArrayDeque<>();
    private final Queue<Arrival<T, ?>> waiting = new ArrayDeque<>();
    private boolean started;
    private int running;
    private @Nullable Deadline deadline;
    private boolean timedOut;

    Completions(Collection<? extends Awaitable<T>> awaited, @Nullable Duration limit) {
        Set<Awaitable<T>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        this.awaited = new ArrayList<>();
        for (Awaitable<T> each : awaited) {
            if (seen.add(each)) {
                this.awaited.add(each);
            }
        }
        this.limit = limit;
    }

    /** Starts the tasks; its elements are the tasks as they end, whether they succeeded or not. */
    @Override
    public AsyncIterator<Task<T>> asyncIterator() {
        start();
        return new Run();
    }

    /**
     * Starts the tasks, and gives as many coroutines: the first gives the outcome of the task that ends first, or raises its
     * failure, and so on in the order in which they are awaited.
     */
    public List<Async<T>> inOrder() {
        start();
        List<Async<T>> arrivals = new ArrayList<>();
        for (int i = 0; i < awaited.size(); i++) {
            arrivals.add(next(RunningTask::result));
        }
        return arrivals;
    }

    private void start() {
        if (started) {
            throw new IllegalStateException("asCompleted gives its tasks once: call it again");
        }
        started = true;
        EventLoop loop = EventLoop.current();
        running = awaited.size();
        for (Awaitable<T> each : awaited) {
            RunningTask<T> task =
                    each instanceof RunningTask<T> made && made.loop == loop ? made : loop.newTask(each, null);
            task.whenDone(() -> ended(task));
        }
        if (limit != null && running > 0) {
            deadline = Deadline.start(loop, limit, this::timeOut);
        }
    }

    private void ended(RunningTask<T> task) {
        running--;
        if (running == 0 && deadline != null) {
            deadline.withdraw();
        }
        ended.add(task);
        Arrival<T, ?> first = waiting.poll();
        if (first != null) {
            first.wake();
        }
    }

    private void timeOut() {
        timedOut = true;
        for (Arrival<T, ?> left = waiting.poll(); left != null; left = waiting.poll()) {
            left.wake();
        }
    }

    private <R extends @Nullable Object> Async<R> next(Function<RunningTask<T>, R> received) {
        return new Arrival<>(this, received);
    }

    /** The next task that has ended, null if none has yet. */
    @Nullable RunningTask<T> poll() {
        RunningTask<T> next = ended.poll();
        if (next == null && timedOut) {
            throw new TimedOut("timed out after " + limit + " with " + running + " tasks running");
        }
        return next;
    }

    void putBack(RunningTask<T> task) {
        ended.addFirst(task);
        Arrival<T, ?> first = waiting.poll();
        if (first != null) {
            first.wake();
        }
    }

    void await(Arrival<T, ?> arrival) {
        waiting.add(arrival);
    }

    void forget(Arrival<T, ?> arrival) {
        waiting.remove(arrival);
    }

    @Override
    public String toString() {
        return "asCompleted of " + awaited.size();
    }

    private final class Run implements AsyncIterator<Task<T>> {
        private int left = awaited.size();
        private @Nullable Task<T> current;

        @Override
        public Awaitable<Boolean> advance() {
            if (left == 0) {
                return Async.of(false);
            }
            return next(task -> {
                left--;
                current = task;
                return true;
            });
        }

        @Override
        @SuppressWarnings("NullAway") // undefined before the first advance()
        public Task<T> current() {
            return current;
        }
    }
}
