package dev.reprise.frame;

/** The failure of code that suspends but was never rewritten by the compiler. */
public final class Unwoven {

    private Unwoven() {}

    /**
     * The error that the user's own method was not rewritten.
     *
     * @param operation the operation that only rewritten code can do, as the user wrote it
     */
    public static IllegalStateException error(String operation) {
        StackWalker.StackFrame caller = StackWalker.getInstance()
                .walk(frames -> frames.filter(f -> !f.getClassName().startsWith("dev.reprise.frame.")
                                && !f.getClassName().equals("dev.reprise.Async")
                                && !f.getClassName().equals("dev.reprise.Generator"))
                        .findFirst()
                        .orElseThrow());
        return new IllegalStateException(operation + " in " + caller.getClassName() + "." + caller.getMethodName()
                + ": class " + caller.getClassName()
                + " was compiled without the reprise processor: add it to annotationProcessorPaths");
    }
}
