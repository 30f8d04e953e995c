package dev.reprise.processor.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The direct supertypes of the classes of a compilation and its class path, all by internal name, {@code a/b/Outer$Inner}. */
public record SupertypeNames(Elements elements, Types types) {

    /** The superclass and interfaces of a class; empty if it is not found, as local and anonymous classes are not. */
    public Optional<List<String>> of(String internalName) {
        return find(internalName.replace('/', '.')).map(this::of);
    }

    /** The superclass and interfaces of a class. */
    public List<String> of(TypeElement type) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .filter(supertype -> supertype.getKind() != TypeKind.NONE)
                .map(this::internalName)
                .toList();
    }

    private String internalName(TypeMirror type) {
        return type.getKind() != TypeKind.ERROR && types.asElement(type) instanceof TypeElement element
                ? binaryName(element).replace('.', '/')
                : type.toString().replace('.', '/');
    }

    private Optional<TypeElement> find(String binaryName) {
        TypeElement found = elements.getTypeElement(binaryName);
        if (found != null) {
            return Optional.of(found);
        }
        for (int dollar = binaryName.indexOf('$'); dollar > 0; dollar = binaryName.indexOf('$', dollar + 1)) {
            TypeElement outer = elements.getTypeElement(binaryName.substring(0, dollar));
            if (outer != null) {
                return nested(outer, binaryName);
            }
        }
        return Optional.empty();
    }

    private Optional<TypeElement> nested(TypeElement outer, String binaryName) {
        for (TypeElement inner : ElementFilter.typesIn(outer.getEnclosedElements())) {
            String name = binaryName(inner);
            if (name.equals(binaryName)) {
                return Optional.of(inner);
            }
            if (binaryName.startsWith(name + "$")) {
                Optional<TypeElement> found = nested(inner, binaryName);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }
}
