package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Place;
import dev.reprise.processor.source.Suspension;
import dev.reprise.processor.source.TypeText;
import java.util.function.Consumer;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A lambda is run by whoever it is passed to: it may suspend only if what it returns tells them so. */
final class AwaitInLambda implements Check {

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        if (body.place() instanceof Place.OfLambda lambda && body.coroutine().isEmpty()) {
            lambda.returnType()
                    .filter(type -> type.getKind() != TypeKind.ERROR)
                    .ifPresent(type -> checkLambda(body, type, report));
        }
    }

    private static void checkLambda(Body body, TypeMirror type, Consumer<Diagnostic> report) {
        for (Suspension suspension : body.suspensions()) {
            report.accept(Diagnostic.of(
                    DiagnosticKind.AwaitInLambda,
                    suspension.position(),
                    suspension.text(),
                    type.getKind() == TypeKind.VOID ? "nothing" : TypeText.of(type)));
        }
    }
}
