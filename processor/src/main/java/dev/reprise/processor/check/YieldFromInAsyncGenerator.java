package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.CoroutineKind;
import dev.reprise.processor.source.Suspension;
import dev.reprise.processor.source.SuspensionKind;
import java.util.function.Consumer;

/** An async generator gives out the elements of another source by a loop, which says whether they are awaited. */
final class YieldFromInAsyncGenerator implements Check {

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        body.coroutine()
                .filter(coroutine -> coroutine.kind() == CoroutineKind.ASYNC_GENERATOR)
                .ifPresent(generator -> {
                    for (Suspension suspension : body.suspensions()) {
                        if (suspension.kind() == SuspensionKind.YIELD_FROM) {
                            report.accept(Diagnostic.of(
                                    DiagnosticKind.YieldFromInAsyncGenerator,
                                    suspension.position(),
                                    suspension.text(),
                                    generator.text()));
                        }
                    }
                });
    }
}
