package dev.reprise.processor.compiler.lower;

/** Thrown for bytecode that is legal and cannot be rewritten; the class is refused with the message. */
public final class UnsupportedCodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedCodeException(String message) {
        super(message);
    }
}
