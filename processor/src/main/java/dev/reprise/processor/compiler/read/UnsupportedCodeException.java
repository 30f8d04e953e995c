package dev.reprise.processor.compiler.read;

import dev.reprise.processor.diagnostic.ClassFilePosition;

/** Thrown for a class file that cannot be rewritten; the class is refused with the reason. */
public final class UnsupportedCodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int line;

    /** @param line where in the source, {@link ClassFilePosition#NO_LINE} if the class file does not say */
    public UnsupportedCodeException(String reason, int line) {
        super(reason);
        this.reason = reason;
        this.line = line;
    }

    /** The class file as a whole cannot be read. */
    public UnsupportedCodeException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
        line = ClassFilePosition.NO_LINE;
    }

    public String reason() {
        return reason;
    }

    public int line() {
        return line;
    }
}
