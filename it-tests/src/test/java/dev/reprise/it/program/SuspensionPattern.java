package dev.reprise.it.program;

import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Which of the awaits of a run suspend.
 *
 * @param name what the run is called in reports
 * @param decision asked at each await
 */
public record SuspensionPattern(String name, BooleanSupplier decision) {

    /** Nothing suspends: the program runs on the Java stack from its start to its end. */
    public static SuspensionPattern never() {
        return new SuspensionPattern("nothing suspends", () -> false);
    }

    /** Every await suspends. */
    public static SuspensionPattern always() {
        return new SuspensionPattern("everything suspends", () -> true);
    }

    /** About every second await suspends, the same ones in each run. */
    public static SuspensionPattern some(long seed) {
        Random random = new Random(seed);
        return new SuspensionPattern("some suspend, seed " + seed, random::nextBoolean);
    }

    boolean suspends() {
        return decision.getAsBoolean();
    }
}
