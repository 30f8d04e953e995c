package dev.reprise.frame;

import dev.reprise.Cancelled;

/** How the failure of a try block and the failure of closing its resource come together in a coroutine. */
public final class BlockEnd {

    private BlockEnd() {}

    /**
     * Stands for {@code raised.addSuppressed(closing)}, which is what a try-with-resources statement does. If the block was
     * interrupted because a time-out or a task group ended, what that end raised comes out instead of the interruption.
     *
     * @param raised what the block raised
     * @param closing what closing the resource raised
     */
    public static void suppress(Throwable raised, Throwable closing) {
        Driver driver = Context.current().driver();
        if (raised instanceof Cancelled && driver != null && driver.isEndOfBlock(closing, raised)) {
            throw Sneaky.raise(closing);
        }
        raised.addSuppressed(closing);
    }
}
