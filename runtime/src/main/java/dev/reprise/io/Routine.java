package dev.reprise.io;

import dev.reprise.frame.Context;
import dev.reprise.frame.Frame;
import org.jspecify.annotations.Nullable;

/** A coroutine of this package, written by hand in the form the compiler would give it. */
abstract class Routine<T extends @Nullable Object> extends Frame<T> {

    /** Rests at the suspension point of that number; its value is that of {@link #resume}. */
    final @Nullable Object suspend(Context context, int point) {
        label = point;
        context.link(this);
        return null;
    }

    /** For those whose fields are gone with them. */
    @Override
    protected void release() {}
}
