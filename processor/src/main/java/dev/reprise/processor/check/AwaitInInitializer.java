package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Place;
import dev.reprise.processor.source.Suspension;
import java.util.function.Consumer;

/** Nothing can wait while an object or a class is half made. */
final class AwaitInInitializer implements Check {

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        if (body.place() instanceof Place.OfInitializer initializer) {
            for (Suspension suspension : body.suspensions()) {
                report.accept(Diagnostic.of(
                        DiagnosticKind.AwaitInInitializer,
                        suspension.position(),
                        suspension.text(),
                        initializer.text()));
            }
        }
    }
}
