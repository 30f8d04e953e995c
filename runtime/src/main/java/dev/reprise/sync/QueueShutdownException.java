package dev.reprise.sync;

/** A {@link Queue} was shut down: it takes nothing more, and what was in it has been given out. */
public final class QueueShutdownException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    QueueShutdownException() {
        super("the queue was shut down");
    }
}
