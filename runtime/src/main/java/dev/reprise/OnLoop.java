package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Sneaky;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A coroutine that is made on the loop's thread, when it is awaited. */
record OnLoop<T extends @Nullable Object>(Callable<? extends Awaitable<T>> maker) implements Awaitable<T> {

    @Override
    public @Nullable Object awaitIn(Context context) {
        Awaitable<T> made;
        try {
            made = maker.call();
        } catch (Exception failure) {
            throw Sneaky.raise(failure);
        }
        return made.awaitIn(context);
    }

    @Override
    public String toString() {
        return "a coroutine of a facade";
    }
}
