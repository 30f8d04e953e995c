package dev.reprise.sync;

import dev.reprise.Cancelled;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Operation} that stands in a {@link Line}, and what its coroutine is suspended on meanwhile.
 *
 * <p>Whoever takes it out of the line {@linkplain #admit admits} or {@linkplain #refuse refuses} it. Between that and the
 * step in which the coroutine goes on, the coroutine can still be cancelled; then {@link #giveBack} hands on what it had
 * been given.
 */
abstract class Waiting<T extends @Nullable Object> implements Suspension {

    /** The line it stands in, null outside. */
    @Nullable Line<?> line;

    @Nullable Waiting<?> ahead;

    @Nullable Waiting<?> behind;

    private @Nullable Driver driver;
    private @Nullable Throwable failure;

    /** Joins the line. */
    abstract void join();

    /** What the await gives, once the operation is admitted. */
    abstract T value();

    /** Hands on what an admitted operation got and its coroutine does not want any more. */
    abstract void giveBack();

    @Override
    public final void subscribe(Driver awaiting) {
        driver = awaiting;
        join();
    }

    /** What is due when the operation is admitted, before the coroutine goes on. */
    void admitted() {}

    /** Lets the coroutine go on. */
    final void admit() {
        admitted();
        wake();
    }

    /** Lets the coroutine go on with a failure. */
    final void refuse(Throwable raised) {
        failure = raised;
        wake();
    }

    private void wake() {
        Driver woken = driver;
        driver = null;
        if (woken == null) {
            throw new AssertionError("told twice to go on: " + this);
        }
        woken.wake();
    }

    /** Whether the coroutine has been told to go on. */
    final boolean isAdmitted() {
        return driver == null;
    }

    @Override
    public final @Nullable Object outcome() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return value();
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        Line<?> left = line;
        if (left == null) {
            return false;
        }
        left.remove(this);
        refuse(new Cancelled(reason));
        return true;
    }

    @Override
    public final void discard() {
        if (failure == null) {
            giveBack();
        }
    }
}
