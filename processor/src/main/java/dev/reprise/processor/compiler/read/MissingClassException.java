package dev.reprise.processor.compiler.read;

/** The meaning of a method depends on a class that is not on the class path. */
public final class MissingClassException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String missing;

    /** @param internalName the class that was looked for */
    MissingClassException(String internalName) {
        super(internalName);
        missing = internalName;
    }

    /** The class that was looked for, {@code a.b.Outer$Inner}. */
    public String missing() {
        return missing.replace('/', '.');
    }
}
