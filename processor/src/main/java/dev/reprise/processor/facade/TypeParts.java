package dev.reprise.processor.facade;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** The classes and interfaces that a type is made of: itself, its arguments, bounds and components. */
final class TypeParts {

    private final Predicate<TypeElement> wanted;

    /** Variables whose bounds are being looked at: a bound may mention its variable. */
    private final Set<Element> open = new HashSet<>();

    private TypeParts(Predicate<TypeElement> wanted) {
        this.wanted = wanted;
    }

    /** Whether one of the parts is wanted. */
    static boolean any(TypeMirror type, Predicate<TypeElement> wanted) {
        return new TypeParts(wanted).in(type);
    }

    /** Whether a class is private, or inside of a private one. */
    static boolean isPrivate(TypeElement part) {
        for (Element each = part; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private boolean in(@Nullable TypeMirror type) {
        if (type instanceof ArrayType array) {
            return in(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return in(wildcard.getExtendsBound()) || in(wildcard.getSuperBound());
        }
        if (type instanceof TypeVariable variable) {
            return open.add(variable.asElement()) && in(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream().anyMatch(this::in);
        }
        return type instanceof DeclaredType declared
                && (wanted.test((TypeElement) declared.asElement())
                        || declared.getTypeArguments().stream().anyMatch(this::in));
    }
}
