package dev.reprise;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Where the failures of a loop go that nobody receives: to its exception handler, or else to the log. */
final class FailureReports {

    private final EventLoop loop;
    private @Nullable BiConsumer<? super EventLoop, ? super UnhandledFailure> handler;

    FailureReports(EventLoop loop) {
        this.loop = loop;
    }

    /** @param next null for the log */
    void handler(@Nullable BiConsumer<? super EventLoop, ? super UnhandledFailure> next) {
        handler = next;
    }

    void report(UnhandledFailure failure) {
        BiConsumer<? super EventLoop, ? super UnhandledFailure> told = handler;
        if (told == null) {
            log(failure);
            return;
        }
        try {
            told.accept(loop, failure);
        } catch (Throwable broken) {
            log(failure);
            log("the exception handler of the event loop failed", broken);
        }
    }

    private static void log(UnhandledFailure failure) {
        log(failure.message(), failure.exception());
        Throwable origin = failure.origin();
        if (origin != null) {
            log("what has failed was made here", origin);
        }
    }

    /** Thread-safe. */
    static void log(String message, Throwable failure) {
        System.getLogger("dev.reprise").log(System.Logger.Level.ERROR, message, failure);
    }
}
