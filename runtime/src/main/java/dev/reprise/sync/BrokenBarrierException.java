package dev.reprise.sync;

/**
 * A {@link Barrier} was reset or broken: those who wait at it are not going to be complete. Unchecked, unlike the JDK's
 * exception of that name, because it is the failure of an await that most coroutines cannot handle.
 */
public final class BrokenBarrierException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenBarrierException(String message) {
        super(message);
    }
}
