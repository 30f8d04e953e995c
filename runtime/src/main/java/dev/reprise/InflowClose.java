package dev.reprise;

import dev.reprise.frame.Context;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The coroutine that closes an {@link AsyncStream}. */
final class InflowClose extends HandWritten<@Nullable Void> {

    private final Inflow<?> inflow;
    private @Nullable Iterator<Task<?>> ending;

    /** What interrupted the wait for an inlet; the others are waited for all the same. */
    private @Nullable Throwable interruption;

    InflowClose(Inflow<?> inflow) {
        this.inflow = inflow;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
        if (interruption == null) {
            interruption = failure;
        }
        Iterator<Task<?>> left = ending;
        if (left == null) {
            left = inflow.close(context).iterator();
            ending = left;
        }
        if (left.hasNext()) {
            return awaiting(1, left.next());
        }
        if (interruption != null) {
            throw interruption;
        }
        inflow.raiseFailure();
        return null;
    }

    @Override
    String method() {
        return "closeAsync";
    }

    @Override
    protected void release() {
        ending = null;
        interruption = null;
    }
}
