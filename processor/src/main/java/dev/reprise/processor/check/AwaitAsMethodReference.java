package dev.reprise.processor.check;

import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Body;
import java.util.function.Consumer;

/** A suspension is a call in the body that suspends; as a value it would suspend a stranger. */
final class AwaitAsMethodReference implements Check {

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        for (TreePath reference : body.references()) {
            report.accept(Diagnostic.of(
                    DiagnosticKind.AwaitAsMethodReference, SourcePosition.of(reference), reference.getLeaf()));
        }
    }
}
