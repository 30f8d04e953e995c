package dev.reprise.frame;

import dev.reprise.EventLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the awaiting coroutines into the stack trace of a failure.
 *
 * <p>A resumed body has only the driver and the event loop below it on the Java stack. The coroutines that await it take
 * the driver's place, each with the line at which it is suspended; the call of the event loop and its caller stay below
 * them. The throwable itself is edited: it is never copied or wrapped.
 */
final class AsyncTrace {

    /** Elements beyond which a trace is left as it is, so that a failure that is awaited over and over does not grow. */
    private static final int LONGEST = 1024;

    private static final String DRIVER = Driver.class.getName();

    private static final String LOOP = EventLoop.class.getName();

    /** Start of the names of what stands between an async generator's body and whoever pulls it. */
    private static final String ASYNC_GENERATOR = "dev.reprise.frame.AsyncGenerator";

    /** Superclass of the coroutines of the runtime itself. */
    private static final String HAND_WRITTEN = "dev.reprise.HandWritten";

    /** The methods of frame classes that lead to the body. */
    private static final Set<String> OF_FRAME_CLASSES = Set.of("awaitIn", "resume", "run");

    private AsyncTrace() {}

    /** Adds {@code awaiting} and its parents behind the coroutines that the trace names already. */
    static void append(Throwable failure, @Nullable Frame<?> awaiting) {
        StackTraceElement[] recorded = failure.getStackTrace();
        if (recorded.length == 0 || recorded.length >= LONGEST) {
            return;
        }
        int driver = first(recorded, DRIVER);
        int loop = first(recorded, LOOP);
        List<StackTraceElement> trace = new ArrayList<>(recorded.length + 8);
        for (int i = 0; i < Math.min(driver, loop); i++) {
            if (!isGlue(recorded[i])) {
                trace.add(recorded[i]);
            }
        }
        for (Frame<?> frame = awaiting; frame != null && trace.size() < LONGEST; frame = frame.parent) {
            trace.add(frame.position());
        }
        trace.addAll(Arrays.asList(recorded).subList(loop, recorded.length));
        failure.setStackTrace(trace.toArray(StackTraceElement[]::new));
    }

    /** Index of the first element of a class, the length of the trace if there is none. */
    private static int first(StackTraceElement[] trace, String className) {
        int index = 0;
        while (index < trace.length && !trace[index].getClassName().equals(className)) {
            index++;
        }
        return index;
    }

    /** Whether the element is one of the calls by which a frame enters its body. */
    private static boolean isGlue(StackTraceElement element) {
        String type = element.getClassName();
        return type.equals(Frame.class.getName())
                || type.startsWith(ASYNC_GENERATOR)
                || type.equals(HAND_WRITTEN)
                || (OF_FRAME_CLASSES.contains(element.getMethodName())
                        && element.getClassName().contains("$")
                        && element.getLineNumber() < 0);
    }
}
