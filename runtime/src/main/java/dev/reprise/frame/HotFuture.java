package dev.reprise.frame;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The future that a coroutine with the return type {@link CompletableFuture} gives: the coroutine has started on the
 * calling thread and completes it.
 *
 * <p>Cancelling it is a request: the coroutine is cancelled at its innermost await, and the future is cancelled when the
 * coroutine has ended with that. Completing it from outside does not touch the coroutine.
 *
 * @param <T> type of the value
 */
public final class HotFuture<T extends @Nullable Object> extends LoopFuture<T> {

    private final HotDriver driver;

    private HotFuture(Context context) {
        super(context.loop());
        driver = new HotDriver(this, context.loop());
    }

    /** Runs {@code frame} up to its first suspension, on the calling thread. Called by generated code. */
    public static <T extends @Nullable Object> CompletableFuture<T> start(Frame<T> frame) {
        Context context = Context.current();
        HotFuture<T> future = new HotFuture<>(context);
        future.driver.begin(context, frame);
        return future;
    }

    /**
     * Requests cancellation. Thread-safe.
     *
     * @param mayInterruptIfRunning without meaning
     * @return whether the future is not done yet, so that the request was passed on, or was cancelled before
     */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        driver.requestCancel();
        return true;
    }

    void cancelled() {
        super.cancel(false);
    }

    @SuppressWarnings("unchecked") // the frame gives a T
    void returned(@Nullable Object value) {
        complete((T) value);
    }
}
