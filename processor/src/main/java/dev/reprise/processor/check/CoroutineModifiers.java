package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Place;
import dev.reprise.processor.source.TypeText;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** A coroutine needs a body of Java code, and one that no thread has to own while it waits. */
final class CoroutineModifiers implements Check {
    private static final Map<Modifier, String> MENDS = Map.of(
            Modifier.ABSTRACT,
            "Remove @Coroutine here and write it on the methods that implement this one: callers see the return type only.",
            Modifier.NATIVE,
            "Remove @Coroutine, and return a Promise that the native code sets.",
            Modifier.SYNCHRONIZED,
            "Remove synchronized: a monitor belongs to a thread and cannot be kept while the coroutine waits; code"
                    + " between two suspensions runs alone on its loop anyway.");

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        if (body.place() instanceof Place.OfMethod method && method.annotated()) {
            for (Modifier modifier : method.element().getModifiers()) {
                String mend = MENDS.get(modifier);
                if (mend != null) {
                    report.accept(Diagnostic.of(
                            DiagnosticKind.CoroutineModifiers,
                            SourcePosition.of(body.path()),
                            TypeText.of(method.element()),
                            modifier,
                            mend));
                }
            }
        }
    }
}
