package dev.reprise;

import org.jspecify.annotations.Nullable;

/** How a task or promise failed. */
final class Failure {

    final Throwable thrown;

    /** Whether anybody has received it. Loop's thread, or a thread that looks at the outcome; only ever set. */
    volatile boolean received;

    Failure(Throwable thrown) {
        this.thrown = thrown;
    }

    /** The outcome of a task or promise that failed. */
    static Failure in(@Nullable Object outcome) {
        if (outcome instanceof Failure failure) {
            return failure;
        }
        throw new AssertionError("failed without a failure");
    }

    Throwable receive() {
        received = true;
        return thrown;
    }
}
