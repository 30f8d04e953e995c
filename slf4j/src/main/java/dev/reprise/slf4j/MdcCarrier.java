package dev.reprise.slf4j;

import dev.reprise.Carrier;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Takes the values of {@link MDC} along with coroutines, for whatever logger is behind SLF4J. Being on the path is enough:
 * {@link java.util.ServiceLoader} finds it. Stacks of {@link MDC#pushByKey} are not taken along, as SLF4J cannot list them.
 */
public final class MdcCarrier implements Carrier {

    /** For {@link java.util.ServiceLoader}. */
    public MdcCarrier() {}

    @Override
    public @Nullable Object capture() {
        Map<String, String> values = MDC.getCopyOfContextMap();
        return values == null || values.isEmpty() ? null : values;
    }

    @Override
    @SuppressWarnings("unchecked") // capture() gave it
    public void restore(@Nullable Object captured) {
        if (captured == null) {
            MDC.clear();
        } else {
            MDC.setContextMap((Map<String, String>) captured);
        }
    }

    @Override
    public String toString() {
        return "MDC of SLF4J";
    }
}
