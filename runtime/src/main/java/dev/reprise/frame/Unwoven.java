package dev.reprise.frame;

import dev.reprise.Coroutine;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;

/** The failure of coroutines that were never rewritten by the compiler. */
public final class Unwoven {

    /** Rewritten coroutines end without a call, so whoever ends by one is worth a look; looking takes about 1 µs. */
    private static final int LOOKS = 256;

    /** How many callers are still looked at. Not exact when threads meet, which does no harm. */
    private static int looksLeft = LOOKS;

    private Unwoven() {}

    /**
     * The error that the user's own method was not rewritten.
     *
     * @param operation the operation that only rewritten code can do, as the user wrote it
     */
    public static IllegalStateException error(String operation) {
        return error(operation, caller().orElseThrow());
    }

    /**
     * Refuses to give a coroutine's value to a method that is marked as a coroutine and runs as it stands. Such a method
     * that never suspends would otherwise run when it is called. Only the first calls of a program are checked.
     *
     * @param operation what is called, as the user wrote it
     * @throws IllegalStateException if the calling method is an unwoven coroutine
     */
    public static void check(String operation) {
        if (looksLeft > 0) {
            looksLeft--;
            refuse(operation);
        }
    }

    static void refuse(String operation) {
        Optional<StackFrame> caller = caller();
        if (caller.isPresent() && isCoroutine(caller.get())) {
            throw error(operation, caller.get());
        }
    }

    private static IllegalStateException error(String operation, StackFrame caller) {
        return new IllegalStateException(operation + " in " + caller.getClassName() + "." + caller.getMethodName()
                + ": class " + caller.getClassName()
                + " was compiled without the reprise processor: add it to annotationProcessorPaths");
    }

    /** The method outside of the runtime that called it. */
    private static Optional<StackFrame> caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(f -> !f.getClassName().equals(Unwoven.class.getName())
                                && !f.getClassName().equals("dev.reprise.Async")
                                && !f.getClassName().equals("dev.reprise.AwaitIterator")
                                && !f.getClassName().equals("dev.reprise.Generator"))
                        .findFirst());
    }

    private static boolean isCoroutine(StackFrame caller) {
        try {
            return caller.getDeclaringClass()
                    .getDeclaredMethod(
                            caller.getMethodName(), caller.getMethodType().parameterArray())
                    .isAnnotationPresent(Coroutine.class);
        } catch (NoSuchMethodException constructor) {
            return false;
        } catch (LinkageError typesOfOtherMethodsAreMissing) {
            return false;
        }
    }
}
