package dev.reprise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Several event loops, each on a thread of its own, for programs that one thread does not suffice for.
 *
 * <pre>{@code
 * try (LoopGroup group = LoopGroup.open(4)) {
 *     Task<Report> task = group.createTask(report());
 *     print(task.get());
 * }
 * }</pre>
 *
 * <p>A coroutine is placed once, on the less loaded of two loops taken at random, and stays there with everything that it
 * starts: its children, its locks and queues. No loop takes work from another, so that code between two suspension points stays
 * atomic for all that it shares its loop with. What is placed on different loops shares nothing but what is thread-safe.
 *
 * <p>A coroutine may {@code await} a task of any loop of the group, and of any other loop: it goes on on its own. Cancelling it
 * passes the request on to that task and raises {@link Cancelled} at once; the clean-up of a task on another loop is not waited
 * for. Everything else – locks, queues, promises, groups, scopes – is for the loop that it is on, and an {@link
 * IllegalStateException} elsewhere.
 *
 * <p>Thread-safe, but for {@link #close()}.
 */
public final class LoopGroup implements AutoCloseable {

    private final List<LoopThread> threads = new ArrayList<>();
    private final List<EventLoop> loops;
    private volatile boolean closed;

    private LoopGroup(int count, Supplier<LoopOptions> options) {
        if (count < 1) {
            throw new IllegalArgumentException("a group of " + count + " loops runs nothing: give it 1 or more");
        }
        try {
            for (int i = 1; i <= count; i++) {
                threads.add(LoopThread.start("reprise-loop-" + i, options.get()));
            }
        } catch (Throwable failure) {
            closeThreads(failure);
            throw failure;
        }
        loops = threads.stream().map(LoopThread::loop).toList();
    }

    /**
     * Starts a group of loops with {@linkplain LoopOptions#defaults() the usual options}.
     *
     * @param loops how many; as many as there are processors is usual
     * @throws IllegalArgumentException if {@code loops} is less than 1
     */
    public static LoopGroup open(int loops) {
        return open(loops, LoopOptions::defaults);
    }

    /**
     * Starts a group of loops.
     *
     * @param loops how many
     * @param options called once for each loop, as clocks and random generators serve one loop
     * @throws IllegalArgumentException if {@code loops} is less than 1
     */
    public static LoopGroup open(int loops, Supplier<LoopOptions> options) {
        return new LoopGroup(loops, options);
    }

    /**
     * Places a coroutine on a loop and makes it a task there, as {@link EventLoop#runThreadsafe} does.
     *
     * @param coroutine a coroutine that has not been started and that the caller keeps no hold of
     * @throws IllegalStateException if the group is closed
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine) {
        return place().arrivals().send(coroutine, null);
    }

    /** As {@link #createTask(Awaitable)}, with a name for messages. */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, String name) {
        return place().arrivals().send(coroutine, name);
    }

    private EventLoop place() {
        if (closed) {
            throw new IllegalStateException("createTask() was called on a loop group that is closed");
        }
        int count = loops.size();
        int first = ThreadLocalRandom.current().nextInt(count);
        if (count == 1) {
            return loops.get(first);
        }
        int second = (first + 1 + ThreadLocalRandom.current().nextInt(count - 1)) % count;
        return lessLoaded(loops.get(first), loops.get(second));
    }

    private static EventLoop lessLoaded(EventLoop one, EventLoop other) {
        return one.arrivals().load() <= other.arrivals().load() ? one : other;
    }

    /** The loops; of their methods, those that say so are for other threads. */
    public List<EventLoop> loops() {
        return loops;
    }

    /**
     * Sets who is told of failures that nobody else receives, on all loops: for what is placed from here on. See {@link
     * EventLoop#setExceptionHandler}.
     *
     * @param handler called on the thread of the loop concerned, so on several at a time; null for the log
     * @throws IllegalStateException if the group is closed
     */
    public void setExceptionHandler(@Nullable BiConsumer<? super EventLoop, ? super UnhandledFailure> handler) {
        for (EventLoop loop : loops) {
            loop.callSoonThreadsafe(() -> loop.setExceptionHandler(handler));
        }
    }

    /**
     * Closes the loops one after the other as {@link EventLoop#close} does, the first first, and waits for that: tasks that are
     * left are cancelled and their clean-up runs, which may still await tasks of the loops that come later. Closing a closed
     * group does nothing.
     *
     * @throws IllegalStateException on a thread on which a loop runs; nothing is closed then
     */
    @Override
    public void close() {
        EventLoop.refuseInsideLoop("close");
        if (closed) {
            return;
        }
        closed = true;
        Throwable broken = closeThreads(null);
        if (broken != null) {
            throw new IllegalStateException("an event loop of the group broke down: " + broken, broken);
        }
    }

    /** @return {@code first}, or else what broke a loop; what broke the others is suppressed in it */
    private @Nullable Throwable closeThreads(@Nullable Throwable first) {
        Throwable failure = first;
        for (LoopThread each : threads) {
            each.close();
            Throwable broken = each.failure();
            if (failure == null) {
                failure = broken;
            } else if (broken != null && broken != failure) {
                failure.addSuppressed(broken);
            }
        }
        return failure;
    }

    @Override
    public String toString() {
        return "LoopGroup of " + loops.size() + (closed ? " (closed)" : "");
    }
}
