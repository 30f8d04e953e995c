package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.CoroutineKind;
import dev.reprise.processor.source.Place;
import dev.reprise.processor.source.Suspension;
import dev.reprise.processor.source.SuspensionKind;
import dev.reprise.processor.source.TypeText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A method that suspends has to carry the annotation. */
final class AwaitOutsideCoroutine implements Check {
    private final Attribution java;

    AwaitOutsideCoroutine(Attribution java) {
        this.java = java;
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        if (body.place() instanceof Place.OfMethod method && !method.annotated()) {
            for (Suspension suspension : body.suspensions()) {
                report.accept(Diagnostic.of(
                        DiagnosticKind.AwaitOutsideCoroutine,
                        suspension.position(),
                        suspension.text(),
                        TypeText.of(method.element()),
                        mend(method.element(), suspension.kind())));
            }
        }
    }

    private String mend(ExecutableElement method, SuspensionKind suspension) {
        TypeMirror type = method.getReturnType();
        if (CoroutineKind.of(type).isPresent()) {
            return "Annotate it with @Coroutine.";
        }
        if (isMain(method)) {
            return "Move the call to a @Coroutine method, and start that one with EventLoop.run(...).";
        }
        Optional<TypeElement> declaring = overridden(method);
        if (declaring.isPresent()) {
            return "Its return type is fixed by " + declaring.get().getSimpleName()
                    + ": move the call to a @Coroutine method of its own, and make that a task with"
                    + " EventLoop.current().createTask(...).";
        }
        if (suspension != SuspensionKind.AWAIT) {
            return "Annotate it with @Coroutine and let it return Iterable, Iterator or Generator.";
        }
        return "Declare it as @Coroutine Async<" + TypeText.of(java.boxed(type)) + "> " + method.getSimpleName() + ".";
    }

    private static boolean isMain(ExecutableElement method) {
        return method.getSimpleName().contentEquals("main")
                && method.getReturnType().getKind() == TypeKind.VOID
                && (method.getModifiers().contains(Modifier.STATIC)
                        || method.getParameters().isEmpty());
    }

    /** The class or interface whose method this one overrides, if it overrides one. */
    private Optional<TypeElement> overridden(ExecutableElement method) {
        TypeElement type = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
        Deque<TypeMirror> open = new ArrayDeque<>(java.types().directSupertypes(type.asType()));
        while (!open.isEmpty()) {
            TypeMirror supertype = open.pop();
            TypeElement declaring = (TypeElement) java.types().asElement(supertype);
            for (ExecutableElement other : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
                if (java.elements().overrides(method, other, type)) {
                    return Optional.of(declaring);
                }
            }
            open.addAll(java.types().directSupertypes(supertype));
        }
        return Optional.empty();
    }
}
