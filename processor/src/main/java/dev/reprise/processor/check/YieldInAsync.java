package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Suspension;
import dev.reprise.processor.source.SuspensionKind;
import dev.reprise.processor.source.TypeText;
import java.util.function.Consumer;

/** A coroutine with one result has nobody to give elements to. */
final class YieldInAsync implements Check {

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        body.coroutine().filter(coroutine -> !coroutine.kind().yields()).ifPresent(coroutine -> {
            for (Suspension suspension : body.suspensions()) {
                if (suspension.kind() != SuspensionKind.AWAIT) {
                    report.accept(Diagnostic.of(
                            DiagnosticKind.YieldInAsync,
                            suspension.position(),
                            suspension.text(),
                            coroutine.text(),
                            TypeText.of(coroutine.returnType())));
                }
            }
        });
    }
}
