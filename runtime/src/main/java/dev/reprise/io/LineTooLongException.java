package dev.reprise.io;

import java.io.IOException;

/** A peer sent more bytes without a line end than a line may have. What was received of the line has been dropped. */
public final class LineTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    LineTooLongException(int limit) {
        super("no line end within " + limit + " bytes: read a binary stream with read(n)");
    }
}
