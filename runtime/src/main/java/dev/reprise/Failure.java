package dev.reprise;

/** How a task or promise failed. */
final class Failure {

    final Throwable thrown;

    /** Whether anybody has received it. Loop's thread, or a thread that looks at the outcome; only ever set. */
    volatile boolean received;

    Failure(Throwable thrown) {
        this.thrown = thrown;
    }

    Throwable receive() {
        received = true;
        return thrown;
    }
}
