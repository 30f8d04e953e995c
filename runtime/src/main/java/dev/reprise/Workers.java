package dev.reprise;

import dev.reprise.loop.Inbox;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The blocking work of a loop: given to threads, its outcome brought back to the loop. */
final class Workers {

    private static final int IDLE_SECONDS = 10;

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final EventLoop loop;
    private @Nullable Executor executor;
    private @Nullable ThreadPoolExecutor ownPool;

    /** Calls that have not come back. Loop's thread. */
    private int outstanding;

    Workers(EventLoop loop, @Nullable Executor executor) {
        this.loop = loop;
        this.executor = executor;
    }

    /** The executor for work that names none. */
    Executor executor() {
        Executor chosen = executor;
        if (chosen == null) {
            ownPool = newPool();
            chosen = ownPool;
            executor = chosen;
        }
        return chosen;
    }

    boolean isBusy() {
        return outstanding > 0;
    }

    <T extends @Nullable Object> Promise<T> run(Executor where, Callable<T> work) {
        PendingPromise<T> promise = new PendingPromise<>(loop);
        Inbox inbox = loop.core().inbox();
        where.execute(() -> inbox.post(outcomeOf(work, promise)));
        outstanding++;
        return promise;
    }

    /** Does the work and gives the step that sets its outcome on the loop. A loop that has closed wants none. */
    private <T extends @Nullable Object> Runnable outcomeOf(Callable<T> work, PendingPromise<T> promise) {
        if (promise.isDone()) {
            return () -> outstanding--;
        }
        try {
            T value = work.call();
            return () -> {
                outstanding--;
                promise.tryComplete(value);
            };
        } catch (Throwable failure) {
            return () -> {
                outstanding--;
                promise.tryFail(failure);
            };
        }
    }

    void shutdown() {
        if (ownPool != null) {
            ownPool.shutdown();
        }
    }

    private static ThreadPoolExecutor newPool() {
        int threads = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "reprise-worker-" + THREADS.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
