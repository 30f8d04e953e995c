package dev.reprise.processor.files;

import dev.reprise.processor.compiler.Supertypes;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A jar whose coroutines are compiled in place: all of them, or if one is refused none. */
public final class ClassJar {
    private final Path jar;
    private final Supertypes supertypes;

    /**
     * A jar that exists.
     *
     * @param supertypes of the classes that those in the jar refer to
     */
    public ClassJar(Path jar, Supertypes supertypes) {
        this.jar = jar;
        this.supertypes = supertypes;
    }

    /**
     * Compiles every class file in the jar, those of a multi-release jar and of {@code WEB-INF/classes} too. A jar without
     * coroutines that are left to compile is not written.
     *
     * @throws IOException if the jar cannot be read or written, or if it is signed and would have to be changed
     */
    public ClassDirectory.Result weave() throws IOException {
        Path copy = Files.createTempFile(jar.toAbsolutePath().getParent(), jar.getFileName() + ".", ".woven");
        try {
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            ClassDirectory.Result result = weave(copy);
            if (result.problems().isEmpty() && result.woven() > 0) {
                Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
            }
            return result;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private ClassDirectory.Result weave(Path copy) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(copy)) {
            Path root = files.getRootDirectories().iterator().next();
            ClassDirectory.Result result = new ClassDirectory(root, supertypes).weave();
            if (result.woven() > 0 && isSigned(root)) {
                throw new IOException(jar + " is signed, and its signature would not fit the woven classes:"
                        + " weave it before it is signed");
            }
            return result;
        }
    }

    private static boolean isSigned(Path root) throws IOException {
        Path information = root.resolve("META-INF");
        if (!Files.isDirectory(information)) {
            return false;
        }
        try (Stream<Path> files = Files.list(information)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".SF"));
        }
    }
}
