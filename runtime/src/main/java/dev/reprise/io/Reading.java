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
 * One read of a stream. Its bytes are received and taken when the coroutine goes on, not when the link tells of them: a read that is
 * cancelled has taken none.
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

    /** Lets the coroutine go on, unless it has been woken before. */
    final void wake(@Nullable Throwable raised) {
        Driver woken = driver;
        if (woken != null) {
            driver = null;
            failure = raised;
            woken.wake();
        }
    }

    @Override
    public final @Nullable Object outcome() throws Throwable {
        Throwable raised = failure;
        if (raised != null) {
            input.end();
            throw raised;
        }
        return input.receiveFor(this) ? take() : NOT_YET;
    }

    @Override
    public final void discard() {
        input.end();
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
