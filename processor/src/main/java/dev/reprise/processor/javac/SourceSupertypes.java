package dev.reprise.processor.javac;

import dev.reprise.processor.compiler.Supertypes;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.ClassSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The supertypes of the classes of a compilation and its class path, as javac knows them. */
final class SourceSupertypes implements Supertypes {
    private final Attribution java;

    /** Local and anonymous classes, which cannot be asked for by name, by binary name. */
    private final Map<String, TypeElement> local = new HashMap<>();

    SourceSupertypes(Attribution java) {
        this.java = java;
    }

    /** Remembers a class that has been attributed. */
    void add(ClassSource source) {
        NestingKind nesting = source.element().getNestingKind();
        if (nesting == NestingKind.LOCAL || nesting == NestingKind.ANONYMOUS) {
            local.put(binaryName(source.element()), source.element());
        }
    }

    @Override
    public Optional<List<String>> of(String internalName) {
        return find(internalName.replace('/', '.')).map(this::supertypes);
    }

    private List<String> supertypes(TypeElement type) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .filter(supertype -> supertype.getKind() != TypeKind.NONE)
                .map(this::internalName)
                .toList();
    }

    private String internalName(TypeMirror type) {
        return type.getKind() != TypeKind.ERROR && java.types().asElement(type) instanceof TypeElement element
                ? binaryName(element).replace('.', '/')
                : type.toString().replace('.', '/');
    }

    private Optional<TypeElement> find(String binaryName) {
        TypeElement found = local.get(binaryName);
        if (found == null) {
            found = java.elements().getTypeElement(binaryName);
        }
        if (found != null) {
            return Optional.of(found);
        }
        for (int dollar = binaryName.indexOf('$'); dollar > 0; dollar = binaryName.indexOf('$', dollar + 1)) {
            TypeElement outer = java.elements().getTypeElement(binaryName.substring(0, dollar));
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
        return java.elements().getBinaryName(type).toString();
    }
}
