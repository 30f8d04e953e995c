package dev.reprise.processor.compiler;

import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * A class file in memory. The array is handed over, not copied: whoever made the record does not write to it afterwards.
 *
 * @param name the internal name of the class, {@code a/b/Outer$Inner}
 * @param bytes the content of the class file
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per class would cost more than it protects
public record ClassBytes(String name, byte[] bytes) {

    /** The internal names of the direct superclass, if it has one, and then of its interfaces. */
    public List<String> supertypes() {
        ClassReader reader = new ClassReader(bytes);
        return Stream.concat(Stream.ofNullable(reader.getSuperName()), Stream.of(reader.getInterfaces()))
                .toList();
    }
}
