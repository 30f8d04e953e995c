package dev.reprise.processor.facade;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.ElementPosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the coroutines of one annotated type, inherited ones too, and says which of them no facade can have. */
final class FacadeReader {
    private static final String RUNTIME = "dev.reprise";
    private static final String CLOSEABLE = "dev.reprise.AsyncCloseable";
    private static final String VISIBLE = "Make it visible in its package at least.";
    private static final String MOVE = "Make it private, or move it to a type without a facade.";

    private final Elements elements;
    private final Types types;
    private final TypeElement type;
    private final List<FacadeMethod> methods = new ArrayList<>();
    private final List<ExecutableElement> seen = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private boolean unresolved;

    private FacadeReader(Elements elements, Types types, TypeElement type) {
        this.elements = elements;
        this.types = types;
        this.type = type;
    }

    static FacadeReader read(Elements elements, Types types, TypeElement type) {
        FacadeReader reader = new FacadeReader(elements, types, type);
        reader.readType();
        return reader;
    }

    /** The methods, in the order of the source, inherited ones behind. */
    List<FacadeMethod> methods() {
        return methods;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** Whether a signature names a type that is not there, or not there yet because another processor will write it. */
    boolean isUnresolved() {
        return unresolved;
    }

    /** Whether objects of the type are closed by an awaited {@code closeAsync()}. */
    boolean isCloseable() {
        return as(CLOSEABLE, type.asType()).isPresent();
    }

    private void readType() {
        if (TypeParts.isPrivate(type)) {
            refuseType("it is private, or inside of a private class", VISIBLE);
            return;
        }
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
            refuseType("it is an annotation", "Annotate a class or an interface.");
            return;
        }
        if (type.getNestingKind().isNested()
                && !type.getModifiers().contains(Modifier.STATIC)
                && type.getKind() == ElementKind.CLASS) {
            refuseType("its objects belong to another object", "Make it static.");
            return;
        }
        readMethods((DeclaredType) type.asType());
        if (methods.isEmpty() && problems.isEmpty() && !unresolved) {
            refuseType(
                    "it has no method that returns Async, a CompletionStage or an AsyncIterable",
                    "Annotate the type that has the coroutines.");
        }
    }

    private void readMethods(DeclaredType declaring) {
        if (declaring.getKind() == TypeKind.ERROR) {
            unresolved = true;
            return;
        }
        for (ExecutableElement method :
                ElementFilter.methodsIn(declaring.asElement().getEnclosedElements())) {
            readMethod(method);
        }
        for (TypeMirror above : types.directSupertypes(declaring)) {
            readMethods((DeclaredType) above);
        }
    }

    private void readMethod(ExecutableElement method) {
        if (!isVisible(method) || seen.stream().anyMatch(it -> it.equals(method) || overrides(it, method))) {
            return;
        }
        seen.add(method);
        ExecutableType signature = (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
        unresolved |= signature.getReturnType().getKind() == TypeKind.ERROR
                || signature.getParameterTypes().stream().anyMatch(it -> it.getKind() == TypeKind.ERROR);
        for (FacadeMethod.Gives gives : FacadeMethod.Gives.values()) {
            Optional<DeclaredType> found = as(gives.type(), signature.getReturnType());
            if (found.isPresent() && !isClose(method)) {
                readCoroutine(method, signature, gives, found.get());
                return;
            }
        }
    }

    private void readCoroutine(
            ExecutableElement method, ExecutableType signature, FacadeMethod.Gives gives, DeclaredType result) {
        if (result.getTypeArguments().isEmpty() || result.getTypeArguments().get(0) instanceof WildcardType) {
            refuse(
                    method,
                    "the type of its result is open (" + TypeText.of(signature.getReturnType()) + ")",
                    "Name the type between the angle brackets.");
            return;
        }
        TypeMirror value = result.getTypeArguments().get(0);
        for (TypeMirror parameter : signature.getParameterTypes()) {
            if (TypeParts.any(parameter, this::isOfRuntime)) {
                refuse(
                        method,
                        "it takes " + TypeText.of(parameter) + ", which callers without coroutines do not have",
                        MOVE);
                return;
            }
        }
        if (TypeParts.any(value, this::isOfRuntime)) {
            refuse(
                    method,
                    "its result is " + TypeText.of(value) + ", of which callers without coroutines can make nothing",
                    MOVE);
            return;
        }
        for (TypeMirror mentioned : everyType(signature, value)) {
            if (TypeParts.any(mentioned, TypeParts::isPrivate)) {
                refuse(
                        method,
                        "its signature has " + TypeText.of(mentioned)
                                + ", which is private or has something private in it",
                        VISIBLE);
                return;
            }
        }
        for (TypeMirror thrown : signature.getThrownTypes()) {
            if (!isA(Exception.class, thrown) && !isA(Error.class, thrown)) {
                refuse(
                        method,
                        "it throws " + TypeText.of(thrown) + ", which need not be an Exception",
                        "Declare a type of exception.");
                return;
            }
        }
        if (method.getSimpleName().contentEquals("close")
                && method.getParameters().isEmpty()) {
            refuse(
                    method,
                    "the facade has a close() of its own, which ends its event loop",
                    "Implement AsyncCloseable: closing the facade then awaits closeAsync().");
            return;
        }
        unresolved |= value.getKind() == TypeKind.ERROR;
        methods.add(new FacadeMethod(method, signature, gives, value));
    }

    private boolean isClose(ExecutableElement method) {
        return method.getSimpleName().contentEquals("closeAsync")
                && method.getParameters().isEmpty()
                && isCloseable();
    }

    private boolean isVisible(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        return method.getModifiers().contains(Modifier.PUBLIC)
                || elements.getPackageOf(method).equals(elements.getPackageOf(type));
    }

    private boolean overrides(ExecutableElement below, ExecutableElement above) {
        return elements.overrides(below, above, type);
    }

    private static List<TypeMirror> everyType(ExecutableType signature, TypeMirror value) {
        List<TypeMirror> all = new ArrayList<>(signature.getParameterTypes());
        all.add(value);
        all.addAll(signature.getThrownTypes());
        signature.getTypeVariables().forEach(variable -> all.add(variable.getUpperBound()));
        return all;
    }

    private boolean isOfRuntime(TypeElement mentioned) {
        return elements.getPackageOf(mentioned).getQualifiedName().contentEquals(RUNTIME);
    }

    private boolean isA(Class<? extends Throwable> wanted, TypeMirror thrown) {
        return types.isAssignable(
                thrown, elements.getTypeElement(wanted.getName()).asType());
    }

    private Optional<DeclaredType> as(String qualifiedName, TypeMirror wanted) {
        return wanted.getKind() == TypeKind.DECLARED ? Attribution.as(types, qualifiedName, wanted) : Optional.empty();
    }

    private void refuse(ExecutableElement method, String why, String mend) {
        // an inherited method is not in the sources being compiled
        Element place = type.equals(method.getEnclosingElement()) ? method : type;
        problems.add(Diagnostic.of(
                DiagnosticKind.FacadeMethod,
                new ElementPosition(place),
                TypeText.of(method),
                type.getSimpleName(),
                why,
                mend));
    }

    private void refuseType(String why, String mend) {
        problems.add(
                Diagnostic.of(DiagnosticKind.FacadeType, new ElementPosition(type), type.getSimpleName(), why, mend));
    }
}
