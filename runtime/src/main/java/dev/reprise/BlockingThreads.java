package dev.reprise;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A loop's own threads for blocking work, so many at a time: from JDK 21 on a fresh virtual thread for each piece of work,
 * before that a pool of daemon threads that end when they have been idle.
 */
final class BlockingThreads {

    static final int DEFAULT_LIMIT = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);

    private static final String NAME = "reprise-worker-";
    private static final int IDLE_SECONDS = 10;
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private static final AtomicInteger POOLED = new AtomicInteger();
    private static final @Nullable ThreadFactory VIRTUAL = virtual();

    private BlockingThreads() {}

    static Executor atMost(int limit) {
        return VIRTUAL == null ? pool(limit) : new Fresh(VIRTUAL, limit);
    }

    /** {@code Thread.ofVirtual().name(NAME, 1).factory()}, null if this JDK has none. */
    private static @Nullable ThreadFactory virtual() {
        if (Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS) {
            return null;
        }
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Method named = builder.getMethod("name", String.class, long.class);
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) builder.getMethod("factory").invoke(named.invoke(virtual, NAME, 1L));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Executor pool(int limit) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, NAME + POOLED.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** A fresh thread for each piece of work. */
    private static final class Fresh implements Executor {

        private final ThreadFactory threads;
        private final int limit;

        /** Guarded by this: what waits for its turn, first in first out. */
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        /** Guarded by this: threads that have been started and have not ended. */
        private int running;

        Fresh(ThreadFactory threads, int limit) {
            this.threads = threads;
            this.limit = limit;
        }

        @Override
        public void execute(Runnable work) {
            synchronized (this) {
                if (running == limit) {
                    waiting.add(work);
                    return;
                }
                running++;
            }
            start(work);
        }

        private void start(Runnable work) {
            threads.newThread(() -> {
                        try {
                            work.run();
                        } finally {
                            startNext();
                        }
                    })
                    .start();
        }

        private void startNext() {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    running--;
                    return;
                }
            }
            start(next);
        }
    }
}
