package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.Position;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Coroutine;
import java.util.function.Consumer;

/** What the language promises and the compiler cannot do. */
final class NotYetSupported implements Check {

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        body.coroutine().ifPresent(coroutine -> {
            Position position = SourcePosition.of(body.path());
            if (isStream(coroutine)) {
                report.accept(diagnostic(
                        position,
                        "A Stream coroutine",
                        "Return Iterable, and make a stream of it where one is needed."));
            }
        });
    }

    private static boolean isStream(Coroutine coroutine) {
        return Attribution.isDeclaredAs(coroutine.returnType(), "java.util.stream.Stream");
    }

    private static Diagnostic diagnostic(Position position, String what, String instead) {
        return Diagnostic.of(DiagnosticKind.NotYetSupported, position, what, instead);
    }
}
