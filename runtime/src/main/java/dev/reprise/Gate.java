package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/** A wait of one coroutine, again and again, for others to open it. One that nobody waits at stays shut when it is opened. */
abstract class Gate implements Awaitable<@Nullable Void>, Suspension {

    private @Nullable Driver driver;
    private @Nullable Cancelled cancelled;

    final void open() {
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public final @Nullable Object awaitIn(Context context) {
        return context.suspendOn(this);
    }

    @Override
    public final void subscribe(Driver awaiting) {
        driver = awaiting;
    }

    @Override
    public final @Nullable Object outcome() {
        if (cancelled != null) {
            throw cancelled;
        }
        return null;
    }

    @Override
    public final boolean cancel(@Nullable String reason) {
        if (driver == null) {
            return false;
        }
        cancelled = new Cancelled(reason);
        open();
        return true;
    }

    /** What is waited for. */
    @Override
    public abstract String toString();
}
