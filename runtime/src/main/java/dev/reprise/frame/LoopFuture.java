package dev.reprise.frame;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The future of something that needs an event loop to end. The thread of that loop must not block on it: it would wait
 * for itself.
 *
 * @param <T> type of the value
 */
public abstract class LoopFuture<T extends @Nullable Object> extends CompletableFuture<T> {

    private final @Nullable Executor needed;

    /** @param needed the loop, or null if it ends without one */
    protected LoopFuture(@Nullable Executor needed) {
        this.needed = needed;
    }

    /** @throws IllegalStateException on the thread of the loop, if the future is not done */
    @Override
    public final T get() throws InterruptedException, ExecutionException {
        refuseOnLoop("get()");
        return super.get();
    }

    /** @throws IllegalStateException on the thread of the loop, if the future is not done */
    @Override
    public final T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        refuseOnLoop("get()");
        return super.get(timeout, unit);
    }

    /** @throws IllegalStateException on the thread of the loop, if the future is not done */
    @Override
    public final T join() {
        refuseOnLoop("join()");
        return super.join();
    }

    private void refuseOnLoop(String operation) {
        if (needed != null && !isDone() && Context.current().loop() == needed) {
            throw new IllegalStateException(
                    operation + " would block the event loop that this future needs to end: await the future instead");
        }
    }
}
