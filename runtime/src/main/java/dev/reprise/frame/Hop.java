package dev.reprise.frame;

import org.jspecify.annotations.Nullable;

/**
 * The suspension of a chain whose innermost frame is parked, so that it starts on a flat stack. The driver goes on at
 * once: nobody waits for it, and no other step comes in between.
 */
enum Hop implements Suspension {
    HOP;

    @Override
    public void subscribe(Driver driver) {
        throw new AssertionError("a hop is not waited for");
    }

    @Override
    public @Nullable Object outcome() {
        throw new AssertionError("a hop has no outcome");
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        return false;
    }
}
