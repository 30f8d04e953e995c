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

    @Override
    public final @Nullable Object awaitIn(Context context) {
        enter(context);
        if (started) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call the method again for another one");
        }
        started = true;
        return begin(context);
    }

    /** Makes sure that the thread of {@code context} may use the object that is waited for. */
    abstract void enter(Context context);

    /**
     * Does the operation, or suspends until it is admitted.
     *
     * @return what the await gives, meaningless after a suspension
     */
    abstract @Nullable Object begin(Context context);
}
