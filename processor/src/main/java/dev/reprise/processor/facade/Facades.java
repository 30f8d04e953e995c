package dev.reprise.processor.facade;

import com.palantir.javapoet.JavaFile;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.ElementPosition;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** The facades of one compilation. Types whose signatures are not complete yet wait for the next round. */
public final class Facades {
    static final String GENERATOR = "dev.reprise.processor";

    private final ProcessingEnvironment environment;

    /** By qualified name, as elements of one round are not those of the next. */
    private final Set<Wanted> waiting = new LinkedHashSet<>();

    /** What has been said; a type with two facades has its mistakes once. */
    private final Set<Diagnostic> reported = new HashSet<>();

    private record Wanted(FacadeKind kind, String type) {}

    public Facades(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Writes what is asked for in a round, and what has waited for it. */
    public void write(RoundEnvironment round) {
        Deque<Wanted> wanted = new ArrayDeque<>(waiting);
        waiting.clear();
        for (FacadeKind kind : FacadeKind.values()) {
            TypeElement annotation = environment.getElementUtils().getTypeElement(kind.annotation());
            if (annotation != null) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    wanted.add(new Wanted(
                            kind, ((TypeElement) element).getQualifiedName().toString()));
                }
            }
        }
        wanted.forEach(this::write);
    }

    private void write(Wanted wanted) {
        TypeElement type = environment.getElementUtils().getTypeElement(wanted.type());
        FacadeReader read = FacadeReader.read(environment.getElementUtils(), environment.getTypeUtils(), type);
        if (read.isUnresolved()) {
            waiting.add(wanted);
            return;
        }
        read.problems().forEach(this::report);
        if (read.problems().isEmpty()) {
            JavaFile file = new FacadeWriter(environment.getElementUtils(), wanted.kind(), type, read).write();
            try {
                file.writeTo(environment.getFiler());
            } catch (IOException e) {
                report(Diagnostic.of(
                        DiagnosticKind.FacadeType,
                        new ElementPosition(type),
                        type.getSimpleName(),
                        "its file " + file.typeSpec().name() + ".java cannot be written: " + e.getMessage(),
                        "Rename a class that is already called so, or check the output directory."));
            }
        }
    }

    private void report(Diagnostic diagnostic) {
        if (reported.add(diagnostic)) {
            Element place = ((ElementPosition) diagnostic.position()).element();
            environment.getMessager().printMessage(Kind.ERROR, diagnostic.message(), place);
        }
    }
}
