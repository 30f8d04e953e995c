package dev.reprise.processor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** The function types of functional interfaces (JLS 9.9), of which we need the return types only. */
public final class FunctionTypes {
    private final Attribution java;

    /** To look through all members of an interface takes a while, and a program uses few interfaces in many lambdas. */
    private final Map<TypeElement, Optional<ExecutableElement>> abstractMethods = new HashMap<>();

    public FunctionTypes(Attribution java) {
        this.java = java;
    }

    /**
     * What the single abstract method of the interface returns.
     *
     * @param target the type of a lambda
     */
    Optional<TypeMirror> returnType(TypeMirror target) {
        return interfaces(target)
                .flatMap(type -> abstractMethod(type).map(method -> returnType(type, method)).stream())
                .findFirst();
    }

    /** Whether the single abstract method of the interface returns nothing. */
    boolean returnsVoid(TypeMirror target) {
        return interfaces(target)
                .flatMap(type -> abstractMethod(type).stream())
                .findFirst()
                .filter(method -> method.getReturnType().getKind() == TypeKind.VOID)
                .isPresent();
    }

    /** The interfaces that an object of the type is made of; several for {@code (Runnable & Serializable) () -> …}. */
    private static Stream<DeclaredType> interfaces(TypeMirror target) {
        if (target instanceof IntersectionType intersection) {
            return intersection.getBounds().stream().flatMap(FunctionTypes::interfaces);
        }
        // While javac recovers from an error, a lambda's type may be one of its own making.
        return target instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && element.getKind() == ElementKind.INTERFACE
                ? Stream.of(declared)
                : Stream.empty();
    }

    private TypeMirror returnType(DeclaredType type, ExecutableElement method) {
        DeclaredType parameterized = withoutWildcards(type, (TypeElement) type.asElement());
        return ((ExecutableType) java.types().asMemberOf(parameterized, method)).getReturnType();
    }

    private Optional<ExecutableElement> abstractMethod(DeclaredType type) {
        return abstractMethods.computeIfAbsent((TypeElement) type.asElement(), this::findAbstractMethod);
    }

    private Optional<ExecutableElement> findAbstractMethod(TypeElement element) {
        TypeElement object = java.elements().getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(java.elements().getAllMembers(element)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !redeclares(method, object))
                .findFirst();
    }

    /** Comparator's {@code equals} is abstract, and yet no lambda implements it. */
    private boolean redeclares(ExecutableElement method, TypeElement object) {
        for (Element member : object.getEnclosedElements()) {
            if (member instanceof ExecutableElement of
                    && of.getSimpleName().equals(method.getSimpleName())
                    && of.getModifiers().contains(Modifier.PUBLIC)
                    && java.types().isSubsignature((ExecutableType) method.asType(), (ExecutableType) of.asType())) {
                return true;
            }
        }
        return false;
    }

    private DeclaredType withoutWildcards(DeclaredType declared, TypeElement element) {
        List<TypeMirror> arguments = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < declared.getTypeArguments().size(); i++) {
            TypeMirror argument = declared.getTypeArguments().get(i);
            if (argument instanceof WildcardType wildcard) {
                changed = true;
                arguments.add(bound(wildcard, element.getTypeParameters().get(i)));
            } else {
                arguments.add(argument);
            }
        }
        return changed ? java.types().getDeclaredType(element, arguments.toArray(TypeMirror[]::new)) : declared;
    }

    private static TypeMirror bound(WildcardType wildcard, TypeParameterElement parameter) {
        if (wildcard.getExtendsBound() != null) {
            return wildcard.getExtendsBound();
        }
        if (wildcard.getSuperBound() != null) {
            return wildcard.getSuperBound();
        }
        return parameter.getBounds().get(0);
    }
}
