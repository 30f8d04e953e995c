package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Suspension;
import java.util.function.Consumer;

/** A coroutine does not keep a monitor while it waits, and it does not silently give it up. */
final class AwaitInSynchronized implements Check {

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        if (body.coroutine().isPresent()) {
            for (Suspension suspension : body.suspensions()) {
                if (suspension.inSynchronized()) {
                    report.accept(Diagnostic.of(
                            DiagnosticKind.AwaitInSynchronized, suspension.position(), suspension.text()));
                }
            }
        }
    }
}
