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
import javax.lang.model.util.Types;

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
                        } else if (suspension.kind() == SuspensionKind.YIELD_FROM) {
                            checkPassedOn(generator, sent, suspension, report);
                        }
                    }
                }));
    }

    /** What the generator is sent goes on to the one it delegates to. The null of a {@code Void} suits any. */
    private void checkPassedOn(
            Coroutine generator, TypeMirror sent, Suspension yieldFrom, Consumer<Diagnostic> report) {
        if (Attribution.isDeclaredAs(sent, "java.lang.Void")) {
            return;
        }
        Delegated.by(yieldFrom, java)
                .sent()
                .filter(taken -> !java.types().isAssignable(sent, taken))
                .ifPresent(taken -> report.accept(Diagnostic.of(
                        DiagnosticKind.SendType,
                        yieldFrom.position(),
                        TypeText.of(taken),
                        generator.text(),
                        TypeText.of(sent),
                        "Delegate to a generator that is sent that type, or change the second type argument of the return"
                                + " type.")));
    }

    private void checkUse(Coroutine generator, TypeMirror sent, Suspension yield, Consumer<Diagnostic> report) {
        boolean pulled = generator.kind() == CoroutineKind.PULLED_GENERATOR;
        java.type(yield.path())
                .filter(taken -> !isTakenAs(taken, sent))
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

    /** Where the source has a wildcard, javac's type has a type of its own making, which nothing else is. */
    private boolean isTakenAs(TypeMirror taken, TypeMirror sent) {
        Types types = java.types();
        return types.isAssignable(sent, taken)
                || taken.toString().contains("capture#")
                        && types.isAssignable(types.erasure(sent), types.erasure(taken));
    }

    /** A generator that is only pulled is sent null, the one value of {@code Void}. */
    private Optional<TypeMirror> sent(Coroutine generator) {
        if (generator.kind() == CoroutineKind.PULLED_GENERATOR) {
            return Optional.of(java.elements().getTypeElement("java.lang.Void").asType());
        }
        return generator.sentType();
    }
}
