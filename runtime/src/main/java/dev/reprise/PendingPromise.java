package dev.reprise;

import dev.reprise.frame.Sneaky;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one kind of promise, and what those who await it are suspended on. */
final class PendingPromise<T extends @Nullable Object> implements Promise<T>, Outcome<T> {

    private enum State {
        PENDING,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    private final EventLoop loop;

    /** Written last, so that a thread that sees the end sees the outcome. */
    private volatile State state = State.PENDING;

    /** The value, a {@link Failure}, or the reason of the cancellation. */
    private @Nullable Object outcome;

    /** In debug mode: where it was made. */
    private final @Nullable Throwable origin;

    /** See {@link Waiters}. */
    private @Nullable Object waiters;

    PendingPromise(EventLoop loop) {
        this.loop = loop;
        this.origin = loop.core().origin();
    }

    @Override
    public void complete(T value) {
        if (!tryComplete(value)) {
            throw doneAlready("complete");
        }
    }

    @Override
    public void fail(Throwable failure) {
        if (!tryFail(failure)) {
            throw doneAlready("fail");
        }
    }

    private IllegalStateException doneAlready(String verb) {
        return new IllegalStateException("cannot " + verb + " " + this + ": the first outcome stays");
    }

    @Override
    public boolean tryComplete(T value) {
        return end(State.COMPLETED, value);
    }

    @Override
    public boolean tryFail(Throwable failure) {
        Failure failed = new Failure(failure);
        if (!end(State.FAILED, failed)) {
            return false;
        }
        loop.failures().add(this, failed, "a promise", origin);
        return true;
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        return end(State.CANCELLED, reason);
    }

    private boolean end(State last, @Nullable Object what) {
        loop.checkThread("a promise", "loop.execute(() -> promise.complete(value))");
        if (state != State.PENDING) {
            return false;
        }
        outcome = what;
        state = last;
        Object told = waiters;
        waiters = null;
        Waiters.wake(told, loop);
        return true;
    }

    @Override
    public boolean isDone() {
        return state != State.PENDING;
    }

    @Override
    public boolean isCancelled() {
        return state == State.CANCELLED;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // what complete() was given
    public T result() {
        return switch (state) {
            case PENDING -> throw new IllegalStateException(this + " has no outcome yet: await it");
            case COMPLETED -> (T) outcome;
            case FAILED -> throw Sneaky.raise(Failure.in(outcome).receive());
            case CANCELLED -> throw new Cancelled((String) outcome);
        };
    }

    @Override
    public @Nullable Throwable exception() {
        return switch (state) {
            case PENDING -> throw new IllegalStateException(this + " has no outcome yet: await it");
            case COMPLETED -> null;
            case FAILED -> Failure.in(outcome).receive();
            case CANCELLED -> throw new Cancelled((String) outcome);
        };
    }

    @Override
    public Handle onDone(Consumer<? super Promise<T>> callback) {
        loop.checkThread("Promise.onDone()");
        return callWhenDone(() -> callback.accept(this));
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public void addWaiter(Object waiter) {
        waiters = Waiters.add(waiters, waiter);
    }

    @Override
    public void forget(Object waiter) {
        waiters = Waiters.remove(waiters, waiter);
    }

    @Override
    public String toString() {
        return switch (state) {
            case PENDING -> "promise (pending)";
            case COMPLETED -> "promise (completed)";
            case FAILED -> "promise (failed: " + Failure.in(outcome).thrown + ")";
            case CANCELLED -> "promise (cancelled)";
        };
    }
}
