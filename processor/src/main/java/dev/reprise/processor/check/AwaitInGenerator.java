package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Suspension;
import dev.reprise.processor.source.SuspensionKind;
import dev.reprise.processor.source.TypeText;
import java.util.function.Consumer;

/** Whoever pulls a generator wants an element, not a promise of one. */
final class AwaitInGenerator implements Check {

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        body.coroutine().filter(coroutine -> !coroutine.kind().awaits()).ifPresent(generator -> {
            for (Suspension suspension : body.suspensions()) {
                if (suspension.kind() == SuspensionKind.AWAIT) {
                    report.accept(Diagnostic.of(
                            DiagnosticKind.AwaitInGenerator,
                            suspension.position(),
                            suspension.text(),
                            generator.text(),
                            TypeText.of(generator.returnType())));
                }
            }
        });
    }
}
