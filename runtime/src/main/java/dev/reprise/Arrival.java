package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The wait for the next of several tasks. */
final class Arrival<T extends @Nullable Object, R extends @Nullable Object> extends Async<R> implements Suspension {

    private final Completions<T> source;
    private final Function<RunningTask<T>, R> received;
    private boolean started;

    /** Who waits; null before that, and from the wake-up on. */
    private @Nullable Driver driver;

    private @Nullable RunningTask<T> arrived;
    private @Nullable Throwable failure;

    Arrival(Completions<T> source, Function<RunningTask<T>, R> received) {
        this.source = source;
        this.received = received;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (started) {
            throw new IllegalStateException("the next task that ends is awaited once");
        }
        started = true;
        RunningTask<T> task = source.poll();
        if (task != null) {
            return received.apply(task);
        }
        return context.suspendOn(this);
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        source.await(this);
    }

    void wake() {
        try {
            arrived = source.poll();
        } catch (TimedOut timedOut) {
            failure = timedOut;
        }
        goOn();
    }

    private void goOn() {
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public @Nullable Object outcome() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        if (arrived == null) {
            throw new AssertionError("woken without a task");
        }
        return received.apply(arrived);
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        if (driver == null) {
            return false;
        }
        source.forget(this);
        failure = new Cancelled(reason);
        goOn();
        return true;
    }

    @Override
    public void discard() {
        if (arrived != null) {
            source.putBack(arrived);
        }
    }

    @Override
    public String toString() {
        return "the next of " + source;
    }
}
