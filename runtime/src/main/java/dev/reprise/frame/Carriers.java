package dev.reprise.frame;

import dev.reprise.Carrier;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The installed {@link Carrier}s, as one. Without any, nothing here does anything. Thread-safe. */
public final class Carriers {

    private static final Carrier[] INSTALLED =
            ServiceLoader.load(Carrier.class, Carrier.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toArray(Carrier[]::new);

    /** Whether there is anything to carry. */
    public static final boolean ANY = INSTALLED.length > 0;

    private Carriers() {}

    /** What the thread-locals of the calling thread hold; null without carriers. */
    public static @Nullable Object capture() {
        if (!ANY) {
            return null;
        }
        @Nullable Object[] captured = new Object[INSTALLED.length];
        for (int i = 0; i < INSTALLED.length; i++) {
            try {
                captured[i] = INSTALLED[i].capture();
            } catch (Throwable failure) {
                log(INSTALLED[i], "capture", failure);
            }
        }
        return captured;
    }

    /** Makes the thread-locals of the calling thread hold what {@link #capture()} gave. */
    public static void restore(@Nullable Object captured) {
        @Nullable Object[] each = captured == null ? new Object[INSTALLED.length] : (Object[]) captured;
        for (int i = 0; i < INSTALLED.length; i++) {
            try {
                INSTALLED[i].restore(each[i]);
            } catch (Throwable failure) {
                log(INSTALLED[i], "restore", failure);
            }
        }
    }

    /**
     * Restores {@code captured}.
     *
     * @return what held before, and after that is to be restored
     */
    public static @Nullable Object swap(@Nullable Object captured) {
        if (!ANY) {
            return null;
        }
        Object before = capture();
        restore(captured);
        return before;
    }

    private static void log(Carrier carrier, String operation, Throwable failure) {
        System.getLogger("dev.reprise")
                .log(System.Logger.Level.ERROR, () -> operation + "() of carrier " + carrier + " failed", failure);
    }
}
