package dev.reprise.it.fuzz;

import dev.reprise.Cancelled;
import org.jspecify.annotations.Nullable;

/** A cancel scope of the plain form: what stands in it notices at its next suspension. */
public final class PlainScope implements AutoCloseable {

    private static @Nullable PlainScope innermost;

    private final boolean shielded;
    private @Nullable PlainScope outer;
    private boolean cancelled;
    private boolean endsHere;

    PlainScope(boolean shielded) {
        this.shielded = shielded;
    }

    static void reset() {
        innermost = null;
    }

    /** Whether a suspension ends with {@link Cancelled} at this point. */
    static boolean isCancelledHere() {
        return isCancelled(innermost);
    }

    private static boolean isCancelled(@Nullable PlainScope from) {
        for (PlainScope scope = from; scope != null; scope = scope.shielded ? null : scope.outer) {
            if (scope.cancelled) {
                return true;
            }
        }
        return false;
    }

    public PlainScope enter() {
        outer = innermost;
        innermost = this;
        return this;
    }

    @Override
    public void close() {
        innermost = outer;
        endsHere = cancelled && (shielded || !isCancelled(outer));
    }

    public void cancel() {
        cancelled = true;
    }

    public void absorb(Cancelled cancellation) {
        if (!endsHere) {
            throw cancellation;
        }
    }

    public <T> @Nullable T run(Gate.Body<T> body) throws Throwable {
        enter();
        try {
            T value = body.get();
            close();
            return value;
        } catch (Throwable failure) {
            close();
            if (failure instanceof Cancelled && endsHere) {
                return null;
            }
            throw failure;
        }
    }
}
