package dev.reprise.sync;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * An operation that may have to wait, before it begins. What its coroutine is suspended on is a {@link Waiting} made only then, so
 * that an operation that need not wait leaves no object behind where the await of it is compiled into one piece with it.
 */
abstract class Operation<T extends @Nullable Object> extends Async<T> {

    private boolean started;

    /**
     * Begins {@link #awaitIn}, which every operation has for itself: C2 compiled one that all of them had into more code than it
     * inlines.
     *
     * @param owner what is waited for, used by the loops that {@code home} allows
     */
    final void start(Home home, Object owner, Context context) {
        home.enter(owner, context);
        if (started) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call the method again for another one");
        }
        started = true;
    }
}
