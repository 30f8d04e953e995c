package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.Promise;
import dev.reprise.frame.Sneaky;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A daemon thread that blocks on behalf of one stream, one call after the other; it ends when it has been idle. The workers of a loop
 * are too few for that: as many streams as there are workers, all silent, would stop everything else.
 */
final class Lane {

    private static final int IDLE_SECONDS = 1;

    private final String name;
    private final Executor thread;

    Lane(String name) {
        this.name = name;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread started = new Thread(work, "reprise " + name);
                    started.setDaemon(true);
                    return started;
                });
        one.allowCoreThreadTimeOut(true);
        this.thread = one;
    }

    /**
     * Makes a call on the thread.
     *
     * @param done told on the loop's thread of the failure, null for none; nobody is, if the loop has been closed meanwhile
     */
    void call(EventLoop loop, Callable<?> work, Consumer<@Nullable Throwable> done) {
        Promise<?> outcome =
                (Promise<?>) loop.<@Nullable Object, RuntimeException>runInExecutor(thread, () -> made(work));
        outcome.onDone(ended -> done.accept(ended.exception()));
    }

    private static @Nullable Object made(Callable<?> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw Sneaky.raise(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
