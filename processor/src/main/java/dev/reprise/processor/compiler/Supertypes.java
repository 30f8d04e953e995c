package dev.reprise.processor.compiler;

import java.util.List;
import java.util.Optional;

/** What the compiler has to know of classes other than the one it compiles: their direct superclass and interfaces. */
@FunctionalInterface
public interface Supertypes {

    /** Knows no class. */
    Supertypes UNKNOWN = internalName -> Optional.empty();

    /**
     * The direct superclass and interfaces of a class.
     *
     * @param internalName {@code a/b/Outer$Inner}
     * @return internal names; empty if the class is not found
     */
    Optional<List<String>> of(String internalName);
}
