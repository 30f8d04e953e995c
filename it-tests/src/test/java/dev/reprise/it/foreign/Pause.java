package dev.reprise.it.foreign;

import dev.reprise.Awaitable;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/** What foreign code awaits at each of its points: it always suspends, and can be resumed at once with null. */
public final class Pause implements Awaitable<@Nullable Object>, Suspension {

    /** The only one: it has no state, so every chain on every thread can wait for it. */
    public static final Pause INSTANCE = new Pause();

    private Pause() {}

    @Override
    public @Nullable Object awaitIn(Context context) {
        return context.suspendOn(this);
    }

    @Override
    public void subscribe(Driver driver) {
        driver.wake();
    }

    @Override
    public @Nullable Object outcome() {
        return null;
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        return false;
    }
}
