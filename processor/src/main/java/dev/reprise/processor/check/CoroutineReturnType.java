package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.CoroutineKind;
import dev.reprise.processor.source.Place;
import dev.reprise.processor.source.RuntimeNames;
import dev.reprise.processor.source.SuspensionKind;
import dev.reprise.processor.source.TypeText;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The return type of an annotated method says what kind of coroutine it is, so it has to be one of those that do. */
final class CoroutineReturnType implements Check {
    private final Attribution java;

    CoroutineReturnType(Attribution java) {
        this.java = java;
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        if (body.place() instanceof Place.OfMethod method && method.annotated()) {
            TypeMirror type = method.element().getReturnType();
            if (type.getKind() != TypeKind.ERROR && CoroutineKind.of(type).isEmpty()) {
                report.accept(Diagnostic.of(
                        DiagnosticKind.CoroutineReturnType,
                        SourcePosition.of(body.path()),
                        TypeText.of(method.element()),
                        TypeText.of(type),
                        mend(body, type)));
            }
        }
    }

    private String mend(Body body, TypeMirror type) {
        boolean yields = body.suspensions().stream().anyMatch(it -> it.kind() != SuspensionKind.AWAIT);
        return yields
                ? "Let it return Iterable, Iterator or Generator."
                : "Let it return Async<" + TypeText.of(result(type)) + ">.";
    }

    /** What is there when the type has been awaited, if it can be; otherwise the type itself. */
    private TypeMirror result(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED && type.getKind() != TypeKind.TYPEVAR) {
            return java.boxed(type);
        }
        return Stream.of(RuntimeNames.AWAITABLE, "java.util.concurrent.CompletionStage")
                .flatMap(name -> java.as(name, type).stream())
                .flatMap(it -> it.getTypeArguments().stream())
                .<TypeMirror>map(it -> it)
                .findFirst()
                .orElse(type);
    }
}
