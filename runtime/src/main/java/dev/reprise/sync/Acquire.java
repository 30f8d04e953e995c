package dev.reprise.sync;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** Takes a permit. */
final class Acquire extends Operation<Permit> {

    private final Permits permits;

    Acquire(Permits permits) {
        this.permits = permits;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        start(permits.home, permits.owner, context);
        Permit taken = permits.tryAcquire();
        return taken == null ? context.suspendOn(new Acquiring(permits)) : taken;
    }

    @Override
    public String toString() {
        return "acquire() of " + permits.owner;
    }
}
