package dev.reprise.testing;

import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program under many orders of its tasks. A loop steps tasks in the order in which they became ready, which hides
 * mistakes that show when an answer of the network comes a moment earlier or later; here tasks that are ready at one time
 * are stepped in a random order, in virtual time. The same seed gives the same order.
 *
 * <pre>{@code
 * Schedules.explore(1_000, () -> transfer(accounts()));
 * }</pre>
 */
public final class Schedules {

    private Schedules() {}

    /**
     * Runs the program with the seeds from 0 to {@code count - 1}.
     *
     * @param program makes a coroutine for each run; called on the loop's thread, before the loop runs
     * @throws AssertionError if a run fails: it names the seed for {@link #replay}, and the failure is its cause
     */
    public static void explore(int count, Supplier<? extends Awaitable<?>> program) {
        for (int seed = 0; seed < count; seed++) {
            try {
                replay(seed, program);
            } catch (Throwable failure) {
                throw new AssertionError(
                        "failed under the schedule of seed " + seed + ": Schedules.replay(" + seed
                                + ", program) runs it alone",
                        failure);
            }
        }
    }

    /**
     * Runs the program with one seed.
     *
     * @return the value of the coroutine; its failure is thrown as it is
     */
    public static <T extends @Nullable Object> T replay(long seed, Supplier<? extends Awaitable<? extends T>> program) {
        LoopOptions options = LoopOptions.defaults().clock(new VirtualClock()).shuffle(new SplittableRandom(seed));
        try (EventLoop loop = EventLoop.open(options)) {
            Awaitable<? extends T> coroutine = program.get();
            return loop.runUntilComplete(coroutine);
        }
    }
}
