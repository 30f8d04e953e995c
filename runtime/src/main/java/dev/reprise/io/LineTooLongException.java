package dev.reprise.io;

/** The other side sent more bytes without a line end than a line may have. What was received of the line has been dropped. */
public final class LineTooLongException extends LimitExceededException {

    private static final long serialVersionUID = 1L;

    LineTooLongException(int limit) {
        super("no line end within " + limit + " bytes: read a binary stream with read(n)", limit);
    }
}
