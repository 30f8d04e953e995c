package dev.reprise.frame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the awaiting coroutines into the stack trace of a failure.
 *
 * <p>A resumed body has only the driver below it on the Java stack, so the trace the JVM recorded ends there. The
 * coroutines that await it follow in its place, each with the line at which it is suspended. The throwable itself is
 * edited: it is never copied or wrapped.
 */
final class AsyncTrace {

    /** Elements beyond which a trace is left as it is, so that a failure that is awaited over and over does not grow. */
    private static final int LONGEST = 1024;

    private static final String DRIVER = Driver.class.getName();

    private AsyncTrace() {}

    /** Ends the trace with {@code awaiting} and its parents. */
    static void append(Throwable failure, @Nullable Frame<?> awaiting) {
        StackTraceElement[] recorded = failure.getStackTrace();
        if (recorded.length == 0 || recorded.length >= LONGEST) {
            return;
        }
        List<StackTraceElement> trace = new ArrayList<>(recorded.length + 8);
        for (StackTraceElement element : recorded) {
            if (element.getClassName().equals(DRIVER)) {
                break;
            }
            if (!isGlue(element)) {
                trace.add(element);
            }
        }
        for (Frame<?> frame = awaiting; frame != null && trace.size() < LONGEST; frame = frame.parent) {
            trace.add(frame.position());
        }
        failure.setStackTrace(trace.toArray(StackTraceElement[]::new));
    }

    /** Whether the element is one of the calls by which a generated frame enters its body. */
    private static boolean isGlue(StackTraceElement element) {
        return element.getClassName().equals(Frame.class.getName())
                || (element.getMethodName().equals("resume")
                        && element.getClassName().contains("$")
                        && element.getLineNumber() < 0);
    }
}
