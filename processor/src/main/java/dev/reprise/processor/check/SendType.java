package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Coroutine;
import dev.reprise.processor.source.CoroutineKind;
import dev.reprise.processor.source.Suspension;
import dev.reprise.processor.source.SuspensionKind;
import dev.reprise.processor.source.TypeText;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.type.TypeMirror;

/** What a yield is sent is what the generator's return type says; javac alone would take it as anything. */
final class SendType implements Check {
    private final Attribution java;

    SendType(Attribution java) {
        this.java = java;
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        body.coroutine()
                .ifPresent(generator -> sent(generator).ifPresent(sent -> {
                    for (Suspension suspension : body.suspensions()) {
                        if (suspension.kind() == SuspensionKind.YIELD) {
                            checkUse(generator, sent, suspension, report);
                        }
                    }
                }));
    }

    private void checkUse(Coroutine generator, TypeMirror sent, Suspension yield, Consumer<Diagnostic> report) {
        boolean pulled = generator.kind() == CoroutineKind.PULLED_GENERATOR;
        java.type(yield.path())
                .filter(taken -> !java.types().isAssignable(sent, taken))
                .ifPresent(taken -> report.accept(Diagnostic.of(
                        DiagnosticKind.SendType,
                        yield.position(),
                        TypeText.of(taken),
                        generator.text(),
                        pulled ? "nothing" : TypeText.of(sent),
                        pulled
                                ? "Let it return Generator, whose second type argument is what it is sent."
                                : "Take it as that type, or change the second type argument of the return type.")));
    }

    /** A generator that is only pulled is sent null, the one value of {@code Void}. */
    private Optional<TypeMirror> sent(Coroutine generator) {
        if (generator.kind() == CoroutineKind.PULLED_GENERATOR) {
            return Optional.of(java.elements().getTypeElement("java.lang.Void").asType());
        }
        return generator.sentType();
    }
}
