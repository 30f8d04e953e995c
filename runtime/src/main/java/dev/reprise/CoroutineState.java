package dev.reprise;

/** Where a coroutine or generator is in its life. */
public enum CoroutineState {
    /** Made; no statement of the body has run. */
    CREATED,
    /** The body is on the Java stack. */
    RUNNING,
    /** At an await or a yield. */
    SUSPENDED,
    /** Returned, failed or closed: its variables are gone. */
    CLOSED
}
