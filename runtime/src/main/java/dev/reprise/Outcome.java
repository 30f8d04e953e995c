package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/** What tasks and promises have in common: an outcome that comes once, and those who wait for it. */
interface Outcome<T extends @Nullable Object> extends Awaitable<T>, Suspension {

    EventLoop loop();

    boolean isDone();

    T result();

    @Nullable Throwable exception();

    @Override
    boolean cancel(@Nullable String reason);

    /** See {@link Waiters}. */
    void addWaiter(Object waiter);

    void forget(Object waiter);

    /** Makes {@code step} ready when the outcome is there; if it is, at once. */
    default void whenDone(Runnable step) {
        if (isDone()) {
            loop().ready().add(step);
        } else {
            addWaiter(step);
        }
    }

    /** As {@link #whenDone}, for a callback that can be called off and sees the context variables of the caller. */
    default Handle callWhenDone(Runnable callback) {
        DoneCall call = new DoneCall(this, Surroundings.carriedBy(callback, loop().context()));
        whenDone(call);
        return call;
    }

    /** Whether coroutines of {@code awaiting} may await it while it has no outcome. */
    default boolean isAwaitableOn(EventLoop awaiting) {
        return awaiting == loop();
    }

    /** Makes sure that it is awaited where it may be, or has ended. */
    default void checkAwaited(Context context) {
        if (!isDone() && !(context.loop() instanceof EventLoop awaiting && isAwaitableOn(awaiting))) {
            throw LoopMisuse.awaitedElsewhere(this, loop(), context);
        }
    }

    @Override
    default @Nullable Object awaitIn(Context context) {
        if (isDone()) {
            return result();
        }
        checkAwaited(context);
        if (context.driver() == this) {
            throw new IllegalStateException(this + " cannot await itself");
        }
        return context.suspendOn(this);
    }

    @Override
    default void subscribe(Driver driver) {
        addWaiter(driver);
    }

    @Override
    default @Nullable Object outcome() {
        return result();
    }
}
