package dev.reprise.netty;

import dev.reprise.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import org.jspecify.annotations.Nullable;

/** Event loops that run on the threads of Netty's. */
public final class NettyLoops {

    private static final FastThreadLocal<@Nullable EventLoop> LOOPS = new FastThreadLocal<>();

    private NettyLoops() {}

    /**
     * The event loop that {@linkplain EventLoop#borrowed borrows} the thread of {@code host}: made at the first call, the same
     * one from then on, closed when {@code host} is shut down. Netty has closed its channels by then; tasks that are left are
     * cancelled, and the thread is held until they have ended.
     *
     * <p>Handlers are called between two turns of it, so {@link EventLoop#current()} is an error in them, and tasks are made
     * by {@code NettyLoops.of(context.executor()).createTask(…)}.
     *
     * @throws IllegalStateException if it is called on another thread than the host's
     * @throws IllegalArgumentException if the host has no thread of its own; {@code EmbeddedChannel} has none
     */
    public static EventLoop of(EventExecutor host) {
        if (!(host instanceof SingleThreadEventExecutor executor)) {
            throw new IllegalArgumentException(
                    host
                            + " has no thread of its own that coroutines could run on: use an event loop of a NIO or native group");
        }
        if (!executor.inEventLoop()) {
            throw new IllegalStateException("the event loop of " + host + " was asked for on thread "
                    + Thread.currentThread().getName() + ": ask in a handler, or with execute(...) of the host");
        }
        EventLoop loop = LOOPS.get();
        if (loop == null) {
            EventLoop made = EventLoop.borrowed(executor);
            executor.addShutdownHook(made::close);
            LOOPS.set(made);
            loop = made;
        }
        return loop;
    }
}
