package dev.reprise;

import java.util.function.Consumer;

/** Who is told of what debug mode notices. What the receiver throws goes to the log. Thread-safe as far as the receiver is. */
final class DebugReceiver {

    private final Consumer<? super DebugReport> told;

    DebugReceiver(Consumer<? super DebugReport> told) {
        this.told = told;
    }

    void tell(DebugReport report) {
        try {
            told.accept(report);
        } catch (Throwable broken) {
            report.log();
            FailureReports.log("the receiver of the debug reports of an event loop failed", broken);
        }
    }
}
