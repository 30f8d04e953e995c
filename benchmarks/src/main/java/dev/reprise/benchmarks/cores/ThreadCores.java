package dev.reprise.benchmarks.cores;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sessions and handlers as virtual threads. */
final class ThreadCores implements Cores {

    private final ExecutorService threads;
    private final Work work;

    private ThreadCores(ExecutorService threads, Work work) {
        this.threads = threads;
        this.work = work;
    }

    /** Needs JDK 21. */
    static ThreadCores open(Work work) {
        try {
            // by reflection: this module is compiled for JDK 17
            Object threads =
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            return new ThreadCores((ExecutorService) threads, work);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("virtual threads need JDK 21 or later", e);
        }
    }

    @Override
    public Future<?> start(Session session) {
        return threads.submit(() -> run(session));
    }

    private Void run(Session session) throws InterruptedException, ExecutionException {
        while (session.goesOn()) {
            long request = session.request();
            session.answered(threads.submit(() -> handle(request)).get());
        }
        return null;
    }

    private long handle(long request) {
        long half = work.compute(request);
        Thread.yield();
        return work.compute(half);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
