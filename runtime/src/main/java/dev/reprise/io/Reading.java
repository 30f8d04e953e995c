package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Suspension;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One read of a connection. The bytes are taken when the coroutine goes on, not when they arrive: a read that is
 * cancelled has taken none.
 */
abstract class Reading<T extends @Nullable Object> extends Async<T> implements Suspension {

    final Wire wire;
    private boolean started;
    private @Nullable Driver driver;
    private @Nullable Throwable failure;

    Reading(Wire wire) {
        this.wire = wire;
    }

    /** Whether what has been received is enough, or no more will come. */
    abstract boolean isSatisfied();

    /** Takes the bytes. */
    abstract T take() throws IOException;

    @Override
    public final @Nullable Object awaitIn(Context context) {
        wire.check("a read");
        if (started) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call the method again for another read");
        }
        started = true;
        try {
            wire.checkReadable();
            return isSatisfied() ? take() : context.suspendOn(this);
        } catch (IOException e) {
            throw Sneaky.raise(e);
        }
    }

    @Override
    public final void subscribe(Driver awaiting) {
        driver = awaiting;
        wire.startReading(this);
    }

    final void wake(@Nullable Throwable raised) {
        failure = raised;
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public final @Nullable Object outcome() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return take();
    }

    @Override
    public final boolean cancel(@Nullable String reason) {
        if (driver == null) {
            return false;
        }
        wire.stopReading();
        wake(new Cancelled(reason));
        return true;
    }

    @Override
    public String toString() {
        return "a read from " + wire.channel();
    }
}
