package dev.reprise.frame;

import dev.reprise.EventLoop;
import java.security.ProtectionDomain;

/** Where something was made, for the debug mode of event loops. */
public final class Origin {

    private static final int LONGEST = 10;

    private static final ProtectionDomain RUNTIME = EventLoop.class.getProtectionDomain();

    private Origin() {}

    /**
     * The calls outside of the runtime that lead here.
     *
     * @return never thrown; its stack trace has at most 10 elements, the innermost first
     */
    public static Throwable here() {
        Throwable origin = new Throwable("made here");
        origin.setStackTrace(StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(calls -> calls.dropWhile(call -> isOurs(call.getDeclaringClass()))
                        .limit(LONGEST)
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .toArray(StackTraceElement[]::new)));
        return origin;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getProtectionDomain() == RUNTIME || Frame.class.isAssignableFrom(type);
    }
}
