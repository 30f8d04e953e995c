package dev.reprise.processor.diagnostic;

/**
 * A place in a class file.
 *
 * @param className the internal name of the class, {@code a/b/Outer$Inner}
 * @param method the name of the method, empty if the class as a whole is meant
 * @param line the source line as the class file records it, {@link #NO_LINE} if it does not
 */
public record ClassFilePosition(String className, String method, int line) implements Position {

    /** The line of a class file that was compiled without line numbers. */
    public static final int NO_LINE = 0;

    public static ClassFilePosition ofClass(String className) {
        return new ClassFilePosition(className, "", NO_LINE);
    }

    public boolean hasLine() {
        return line != NO_LINE;
    }

    /** {@code a.b.Outer$Inner.method:42}, as a reader of a build log wants it. */
    @Override
    public String toString() {
        return className.replace('/', '.') + (method.isEmpty() ? "" : "." + method) + (hasLine() ? ":" + line : "");
    }
}
