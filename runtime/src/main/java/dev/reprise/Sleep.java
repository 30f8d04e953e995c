package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import dev.reprise.loop.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link Async#sleep}. */
final class Sleep<T extends @Nullable Object> extends Async<T> {

    private final Duration delay;
    private final T value;
    private boolean started;

    Sleep(Duration delay, T value) {
        this.delay = delay;
        this.value = value;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (started) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call sleep() again for another one");
        }
        EventLoop loop = (EventLoop) context.loop();
        if (loop == null) {
            throw new IllegalStateException(this + " needs an event loop, and none runs on thread "
                    + Thread.currentThread().getName() + ": call it from a coroutine of EventLoop.run()");
        }
        started = true;
        if (delay.isZero() || delay.isNegative()) {
            return context.suspendOn(OneTurn.giving(value));
        }
        return context.suspendOn(new Alarm(loop, Deadline.after(loop, delay), value));
    }

    @Override
    public String toString() {
        return "sleep(" + delay + ")";
    }

    /** Stands for the value of a sleep that was cancelled. */
    private record Raised(@Nullable String reason) {}

    /** Wakes its driver at the deadline, or when it is cancelled. */
    private static final class Alarm extends Timer implements Suspension {

        private final EventLoop loop;

        /** The value; a {@link Raised} after a cancellation. */
        private @Nullable Object value;

        private @Nullable Driver sleeper;

        Alarm(EventLoop loop, long deadline, @Nullable Object value) {
            super(deadline);
            this.loop = loop;
            this.value = value;
        }

        @Override
        public void subscribe(Driver driver) {
            sleeper = driver;
            loop.core().timers().add(this);
        }

        @Override
        protected void fire() {
            Driver woken = sleeper;
            sleeper = null;
            if (woken != null) {
                woken.wake();
            }
        }

        @Override
        public @Nullable Object outcome() {
            if (value instanceof Raised raised) {
                throw new Cancelled(raised.reason);
            }
            return value;
        }

        @Override
        public boolean cancel(@Nullable String reason) {
            if (!isQueued()) {
                return false;
            }
            loop.core().timers().remove(this);
            value = new Raised(reason);
            fire();
            return true;
        }

        @Override
        public String toString() {
            return "a sleep with " + Duration.ofNanos(Math.max(deadline() - loop.time(), 0)) + " left";
        }
    }
}
