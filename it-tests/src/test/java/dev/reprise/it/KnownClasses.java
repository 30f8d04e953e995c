package dev.reprise.it;

import dev.reprise.processor.compiler.Supertypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** The supertypes of some classes in memory, and of what the tests can load. */
public final class KnownClasses implements Supertypes {

    private final Map<String, byte[]> inMemory;

    /** @param inMemory class files by binary name */
    public KnownClasses(Map<String, byte[]> inMemory) {
        this.inMemory = inMemory;
    }

    @Override
    public Optional<List<String>> of(String internalName) {
        byte[] known = inMemory.get(internalName.replace('/', '.'));
        if (known != null) {
            return Optional.of(supertypes(new ClassReader(known)));
        }
        try (InputStream file = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            return file == null ? Optional.empty() : Optional.of(supertypes(new ClassReader(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> supertypes(ClassReader file) {
        return Stream.concat(Stream.ofNullable(file.getSuperName()), Stream.of(file.getInterfaces()))
                .toList();
    }
}
