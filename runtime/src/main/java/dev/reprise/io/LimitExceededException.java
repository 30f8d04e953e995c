package dev.reprise.io;

import java.io.IOException;

/** The other side sent more than the reader was ready to take as one piece. */
public class LimitExceededException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    LimitExceededException(String message, int limit) {
        super(message);
        this.limit = limit;
    }

    /** How many bytes were allowed. */
    public final int limit() {
        return limit;
    }
}
