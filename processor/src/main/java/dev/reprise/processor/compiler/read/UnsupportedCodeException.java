package dev.reprise.processor.compiler.read;

/** Thrown for a class file that cannot be rewritten; the class is refused with the reason. */
public final class UnsupportedCodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public UnsupportedCodeException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public UnsupportedCodeException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
