package dev.reprise;

import dev.reprise.loop.Timer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One call of {@code callSoon}, {@code callLater} or {@code callAt}. */
final class ScheduledCall extends Timer implements Handle, Runnable {

    private enum State {
        WAITING,
        MADE,
        CANCELLED
    }

    private final EventLoop loop;
    private final Runnable callback;
    private State state = State.WAITING;

    ScheduledCall(EventLoop loop, long deadline, Runnable callback) {
        super(deadline);
        this.loop = loop;
        this.callback = callback;
    }

    @Override
    protected void fire() {
        loop.ready().add(this);
    }

    @Override
    public void run() {
        if (state == State.WAITING) {
            state = State.MADE;
            callback.run();
        }
    }

    /** In debug mode: where the call was asked for. */
    @Nullable Throwable origin() {
        return callback instanceof Traced traced ? traced.origin() : null;
    }

    /** A callback that knows where it was given. */
    record Traced(Runnable callback, Throwable origin) implements Runnable {

        @Override
        public void run() {
            callback.run();
        }

        @Override
        public String toString() {
            return callback.toString();
        }
    }

    @Override
    public void cancel() {
        loop.checkThread("Handle.cancel()");
        if (state == State.WAITING) {
            state = State.CANCELLED;
            loop.core().timers().remove(this);
        }
    }

    @Override
    public boolean isCancelled() {
        return state == State.CANCELLED;
    }

    @Override
    public String toString() {
        return "call of " + callback + " (" + state.name().toLowerCase(Locale.ROOT) + ")";
    }
}
