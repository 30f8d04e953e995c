package dev.reprise.frame;

import dev.reprise.Cancelled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The wait for a stage of the JDK's own futures. The driver is woken on the thread that completes the stage.
 *
 * <p>A request to stop cancels a {@link CompletableFuture}, and the await ends when that has ended. Other stages cannot be
 * told: of them only the wait ends.
 */
public final class StageSuspension implements Suspension, BiConsumer<@Nullable Object, @Nullable Throwable> {

    private static final VarHandle SETTLED;

    static {
        try {
            SETTLED = MethodHandles.lookup().findVarHandle(StageSuspension.class, "settled", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final CompletionStage<?> stage;
    private @Nullable Driver driver;
    private @Nullable Object value;
    private @Nullable Throwable failure;

    /** Claimed by whoever provides the outcome: the stage, or a cancellation of the wait. */
    @SuppressWarnings("unused") // through SETTLED
    private boolean settled;

    /** A request to stop was passed to the stage. */
    private volatile boolean cancelRequested;

    private @Nullable String reason;

    private StageSuspension(CompletionStage<?> stage) {
        this.stage = stage;
    }

    /**
     * Stands for {@code await(stage)} in rewritten code: gives the value, raises the failure, or suspends.
     *
     * @return the value, meaningless if {@code context.suspended()} is set
     */
    public static @Nullable Object await(CompletionStage<?> stage, Context context) {
        CompletableFuture<?> future = asFuture(stage);
        if (future == null || !future.isDone()) {
            return context.suspendOn(new StageSuspension(stage));
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            throw Sneaky.raise(unwrapped(e));
        }
    }

    /** The stage itself if it is a future that can be asked and cancelled, else null. */
    private static @Nullable CompletableFuture<?> asFuture(CompletionStage<?> stage) {
        // a minimal stage is a CompletableFuture, too, but refuses to be used as one
        return stage instanceof CompletableFuture<?> future && future.toCompletableFuture() == future ? future : null;
    }

    private static Throwable unwrapped(Throwable wrapper) {
        Throwable failure = wrapper;
        while (failure instanceof CompletionException || failure instanceof ExecutionException) {
            Throwable cause = failure.getCause();
            if (cause == null) {
                break;
            }
            failure = cause;
        }
        return failure;
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        stage.whenComplete(this);
    }

    /** Called by the stage when it completes. */
    @Override
    public void accept(@Nullable Object result, @Nullable Throwable raised) {
        if (SETTLED.compareAndSet(this, false, true)) {
            value = result;
            failure = raised;
            wake();
        }
    }

    private void wake() {
        Driver awaiting = driver;
        if (awaiting == null) {
            throw new AssertionError("stage completed before anybody waited for it");
        }
        awaiting.wake();
    }

    @Override
    public @Nullable Object outcome() throws Throwable {
        Throwable raised = failure;
        if (raised == null) {
            return value;
        }
        Throwable cause = unwrapped(raised);
        if (cancelRequested && cause instanceof CancellationException) {
            throw new Cancelled(reason);
        }
        throw cause;
    }

    @Override
    public boolean cancel(@Nullable String why) {
        reason = why;
        cancelRequested = true;
        CompletableFuture<?> future = asFuture(stage);
        if (future != null) {
            return future.cancel(true);
        }
        if (!SETTLED.compareAndSet(this, false, true)) {
            return false;
        }
        failure = new CancellationException(why);
        wake();
        return true;
    }

    @Override
    public boolean isForeign() {
        return true;
    }

    @Override
    public String toString() {
        return "stage " + stage;
    }
}
