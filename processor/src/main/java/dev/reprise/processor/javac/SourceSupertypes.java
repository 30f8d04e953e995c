package dev.reprise.processor.javac;

import dev.reprise.processor.compiler.Supertypes;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.ClassSource;
import dev.reprise.processor.source.SupertypeNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** The supertypes of the classes of a compilation and its class path, as javac knows them. */
final class SourceSupertypes implements Supertypes {
    private final Attribution java;
    private final SupertypeNames names;

    /** Local and anonymous classes, which cannot be asked for by name, by internal name. */
    private final Map<String, TypeElement> local = new HashMap<>();

    SourceSupertypes(Attribution java) {
        this.java = java;
        names = new SupertypeNames(java.elements(), java.types());
    }

    /** Remembers a class that has been attributed. */
    void add(ClassSource source) {
        NestingKind nesting = source.element().getNestingKind();
        if (nesting == NestingKind.LOCAL || nesting == NestingKind.ANONYMOUS) {
            String binaryName = java.elements().getBinaryName(source.element()).toString();
            local.put(binaryName.replace('.', '/'), source.element());
        }
    }

    @Override
    public Optional<List<String>> of(String internalName) {
        TypeElement found = local.get(internalName);
        return found == null ? names.of(internalName) : Optional.of(names.of(found));
    }
}
