package dev.reprise.micrometer;

import dev.reprise.Carrier;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;

/**
 * Takes along with coroutines what the {@link io.micrometer.context.ThreadLocalAccessor}s of the {@link
 * ContextRegistry#getInstance() global registry} know: the current observation and span, and whatever else is registered there.
 * Being on the path is enough: {@link java.util.ServiceLoader} finds it.
 */
public final class MicrometerCarrier implements Carrier {

    /** A snapshot without a value of a key clears it. */
    private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
            .contextRegistry(ContextRegistry.getInstance())
            .clearMissing(true)
            .build();

    /** For {@link java.util.ServiceLoader}. */
    public MicrometerCarrier() {}

    @Override
    public Object capture() {
        return snapshots.captureAll();
    }

    @Override
    @SuppressWarnings(
            "MustBeClosedChecker") // the scope would restore what the runtime has captured and restores itself
    public void restore(@Nullable Object captured) {
        // null only if capture() failed, so there is nothing known that could be set
        if (captured instanceof ContextSnapshot snapshot) {
            ContextSnapshot.Scope unused = snapshot.setThreadLocals();
        }
    }

    @Override
    public String toString() {
        return "context-propagation of Micrometer";
    }
}
