package dev.reprise;

import dev.reprise.loop.Inbox;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** The blocking work of a loop: given to threads, its outcome brought back to the loop. */
final class Workers {

    private static final String ABANDONED = "blocking work failed when nobody waited for it any more";

    private final EventLoop loop;
    private final int limit;
    private @Nullable Executor executor;
    private @Nullable Executor ownThreads;

    /** Calls that are waited for. Loop's thread. */
    private int outstanding;

    Workers(EventLoop loop, LoopOptions options) {
        this.loop = loop;
        this.limit = options.workers();
        this.executor = options.executor();
    }

    /** The executor for work that names none. */
    Executor executor() {
        Executor chosen = executor;
        if (chosen == null) {
            chosen = BlockingThreads.atMost(limit);
            ownThreads = chosen;
            executor = chosen;
        }
        return chosen;
    }

    boolean isBusy() {
        return outstanding > 0;
    }

    <T extends @Nullable Object> Promise<T> run(Executor where, Call<? extends T, ?> work) {
        Inbox inbox = loop.core().inbox();
        if (inbox.isClosed()) {
            throw LoopMisuse.closed("runInExecutor()");
        }
        PendingPromise<T> promise = new PendingPromise<>(loop);
        where.execute(() -> bringBack(work, promise, inbox));
        outstanding++;
        promise.whenDone(() -> outstanding--);
        return promise;
    }

    /** Does the work and hands its outcome in. A promise that has one already was cancelled. */
    private <T extends @Nullable Object> void bringBack(
            Call<? extends T, ?> work, PendingPromise<T> promise, Inbox inbox) {
        if (promise.isDone()) {
            return;
        }
        T value;
        try {
            value = work.call();
        } catch (Throwable failure) {
            if (!inbox.post(() -> failed(promise, failure))) {
                FailureReports.log(ABANDONED, failure);
            }
            return;
        }
        inbox.post(() -> promise.tryComplete(value));
    }

    private void failed(PendingPromise<?> promise, Throwable failure) {
        if (!promise.tryFail(failure)) {
            loop.callExceptionHandler(new UnhandledFailure(ABANDONED, failure, null, null));
        }
    }

    /** Lets threads that wait for work end. */
    void shutdown() {
        if (ownThreads instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }
}
