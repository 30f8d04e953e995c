package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.Supertypes;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;

/**
 * The supertypes of a class that is being compiled and of those that it refers to.
 *
 * @param owner the class
 * @param others knows the other classes
 */
public record Ancestors(ClassNode owner, Supertypes others) {

    /**
     * The direct superclass of a class, if it has one, and then its interfaces; nothing for classes of the JDK, none of which
     * inherits from this library.
     *
     * @throws MissingClassException if the class is not found
     */
    List<String> of(String type) {
        if (type.startsWith("java/") || type.startsWith("[")) {
            return List.of();
        }
        if (type.equals(owner.name)) {
            return Stream.concat(Stream.ofNullable(owner.superName), owner.interfaces.stream())
                    .toList();
        }
        return others.of(type).orElseThrow(() -> new MissingClassException(type));
    }
}
