package dev.reprise.it.fuzz;

import dev.reprise.Awaitable;
import dev.reprise.Cancelled;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/** An awaitable whose outcome, and whether it is there at once, has been decided. */
final class Passing<T> implements Awaitable<T>, Suspension {

    private final int number;
    private final T value;
    private final boolean suspending;
    private final Pending pending;
    private @Nullable Throwable failure;

    Passing(int number, T value, @Nullable Throwable failure, boolean suspending, Pending pending) {
        this.number = number;
        this.value = value;
        this.suspending = suspending;
        this.pending = pending;
        this.failure = failure;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (suspending) {
            return context.suspendOn(this);
        }
        try {
            return outcome();
        } catch (Throwable t) {
            throw Gate.raise(t);
        }
    }

    @Override
    public void subscribe(Driver driver) {
        if (Gate.endsAtOnce(number)) {
            driver.wake();
        } else {
            pending.add(number, driver::wake);
        }
    }

    @Override
    public Object outcome() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        failure = new Cancelled(reason);
        return true;
    }
}
