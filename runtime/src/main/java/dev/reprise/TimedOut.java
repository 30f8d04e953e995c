package dev.reprise;

/**
 * Something took longer than it was given. Raised where the {@link Timeout} ends, when everything in it has ended; the cause is
 * the {@link Cancelled} that interrupted it.
 *
 * <p>Unchecked, unlike {@link java.util.concurrent.TimeoutException}: a time-out can be put around anything, and nobody
 * would declare a failure that no caller in between can do anything about.
 */
public final class TimedOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TimedOut(String message) {
        super(message);
    }
}
