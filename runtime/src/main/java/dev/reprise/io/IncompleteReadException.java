package dev.reprise.io;

import java.io.EOFException;

/** The stream ended in the middle of what was to be read. */
public final class IncompleteReadException extends EOFException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // of bytes
    private final byte[] partial;

    private final int expected;

    IncompleteReadException(String message, byte[] partial, int expected) {
        super(message);
        this.partial = partial;
        this.expected = expected;
    }

    /** What came before the end, maybe nothing. */
    public byte[] partial() {
        return partial.clone();
    }

    /** How many bytes were asked for; -1 if it was a read up to a delimiter. */
    public int expected() {
        return expected;
    }
}
