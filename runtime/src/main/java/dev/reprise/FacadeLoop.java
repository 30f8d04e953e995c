package dev.reprise;

import dev.reprise.frame.Sneaky;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An event loop as threads see it that know nothing of coroutines: what the classes of {@link BlockingFacade} and {@link
 * FutureFacade} are written with.
 *
 * <p>The coroutines are made and run on the loop's thread, those of one {@code FacadeLoop} all on one loop, in any number at a
 * time. Thread-safe, but for {@link #close()}.
 */
public final class FacadeLoop implements AutoCloseable {

    private final EventLoop loop;

    /** Null if the loop is somebody else's. */
    private final @Nullable LoopGroup own;

    private FacadeLoop(EventLoop loop, @Nullable LoopGroup own) {
        this.loop = loop;
        this.own = own;
    }

    /** A loop of its own, on a thread of its own, until it is {@linkplain #close closed}. */
    public static FacadeLoop open() {
        LoopGroup group = LoopGroup.open(1);
        return new FacadeLoop(group.loops().get(0), group);
    }

    /**
     * A loop that somebody else runs and closes.
     *
     * @param loop runs on another thread than those that call the facade
     */
    public static FacadeLoop on(EventLoop loop) {
        return new FacadeLoop(Objects.requireNonNull(loop, "loop"), null);
    }

    /**
     * Runs a coroutine and waits for its end. What it raises is raised here, the same instance.
     *
     * <p>If the calling thread is interrupted, the coroutine is cancelled, its clean-up is not waited for, the interrupt status
     * is set and a {@link CancellationException} is thrown. The same exception, with the {@link Cancelled} as its cause, says
     * that the coroutine was cancelled by something else.
     *
     * @param coroutine called once, on the loop's thread; what it throws is a failure of the coroutine
     * @throws IllegalStateException on the loop's own thread, which would wait for itself, or if the loop is closed
     */
    public <T extends @Nullable Object> T call(Callable<? extends Awaitable<T>> coroutine) {
        Task<T> task = task(coroutine);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw Sneaky.raise(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            CancellationException report =
                    new CancellationException("the thread that waited for a coroutine was interrupted");
            report.initCause(interrupted);
            throw report;
        }
    }

    /**
     * Starts a coroutine. Cancelling the future cancels it.
     *
     * @param coroutine called once, on the loop's thread; what it throws is a failure of the coroutine
     * @return fails with what the coroutine raises; its callbacks run on the loop's thread and must not block it
     * @throws IllegalStateException if the loop is closed
     */
    public <T extends @Nullable Object> CompletableFuture<T> start(Callable<? extends Awaitable<T>> coroutine) {
        return task(coroutine).toCompletableFuture();
    }

    /**
     * Elements that are waited for one by one, as {@link #call} waits, when the stream's terminal operation asks for them.
     *
     * @param elements called once, on the loop's thread, when the first element is asked for
     * @return sequential and ordered; closing it closes the source, so it belongs into a try-with-resources statement unless it
     *     is read to its end
     */
    public <T extends @Nullable Object> Stream<T> stream(Callable<? extends AsyncIterable<T>> elements) {
        BlockingElements<T> source = new BlockingElements<>(this, new OnLoopElements<>(elements));
        return StreamSupport.stream(source, false).onClose(source::close);
    }

    /**
     * Elements for {@link Flow}, as {@link AsyncIterable#publisher()} has them, with a source of its own for each subscriber.
     *
     * @param elements called for each subscriber, on the loop's thread
     */
    public <T extends @Nullable Object> Flow.Publisher<T> publisher(Callable<? extends AsyncIterable<T>> elements) {
        return subscriber -> new LoopPublisher<>(new OnLoopElements<>(elements), loop).subscribe(subscriber);
    }

    private <T extends @Nullable Object> Task<T> task(Callable<? extends Awaitable<T>> coroutine) {
        return loop.runThreadsafe(new OnLoop<>(coroutine));
    }

    /** Closes its own loop as {@link LoopGroup#close()} does. Does nothing if the loop is somebody else's. */
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    @Override
    public String toString() {
        return "FacadeLoop of " + loop;
    }
}
