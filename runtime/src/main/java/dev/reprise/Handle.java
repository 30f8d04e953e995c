package dev.reprise;

/** A call that a loop has been asked to make, and that can still be called off. Used on the loop's thread. */
public interface Handle {

    /** Calls it off. Does nothing if the call was made or called off before. */
    void cancel();

    /** Whether it was called off before it was made. */
    boolean isCancelled();
}
