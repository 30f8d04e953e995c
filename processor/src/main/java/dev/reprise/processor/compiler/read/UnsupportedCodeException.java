package dev.reprise.processor.compiler.read;

/** Thrown for a class file that cannot be rewritten; the class is refused with the message. */
public final class UnsupportedCodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedCodeException(String message) {
        super(message);
    }

    public UnsupportedCodeException(String message, Throwable cause) {
        super(message, cause);
    }
}
