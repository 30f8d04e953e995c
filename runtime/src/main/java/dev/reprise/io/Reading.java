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
 * One read of a stream. The bytes are taken when the coroutine goes on, not when they arrive: a read that is cancelled has
 * taken none.
 */
abstract class Reading<T extends @Nullable Object> extends Async<T> implements Suspension {

    final Input input;
    private boolean started;
    private @Nullable Driver driver;
    private @Nullable Throwable failure;

    Reading(Input input) {
        this.input = input;
    }

    /** Whether what has been received is enough, or no more will come. */
    abstract boolean isSatisfied();

    /** Takes the bytes. */
    abstract T take() throws IOException;

    /**
     * Reads once from the link.
     *
     * @return as {@link ByteLink#read}
     */
    int receive() throws IOException {
        return input.receive();
    }

    /** The bytes have been received and are not wanted any more. */
    void giveBack() {}

    @Override
    public final @Nullable Object awaitIn(Context context) {
        input.check("a read");
        if (started) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call the method again for another read");
        }
        started = true;
        try {
            input.checkReadable();
            if (isSatisfied()) {
                return take();
            }
            IOException broken = input.failure();
            if (broken != null) {
                throw broken;
            }
            return context.suspendOn(this);
        } catch (IOException e) {
            throw Sneaky.raise(e);
        }
    }

    @Override
    public final void subscribe(Driver awaiting) {
        driver = awaiting;
        input.begin(this);
    }

    final boolean isWaiting() {
        return driver != null;
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
        input.end();
        if (failure != null) {
            throw failure;
        }
        return take();
    }

    @Override
    public final void discard() {
        input.end();
        giveBack();
    }

    @Override
    public final boolean cancel(@Nullable String reason) {
        if (driver == null) {
            return false;
        }
        wake(new Cancelled(reason));
        return true;
    }

    @Override
    public String toString() {
        return "a read from " + input;
    }
}
