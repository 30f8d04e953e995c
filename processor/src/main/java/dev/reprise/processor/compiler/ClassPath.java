package dev.reprise.processor.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The supertypes of classes on a class path. Class files are read; no class is loaded.
 *
 * @param loader finds the class files
 */
public record ClassPath(ClassLoader loader) implements Supertypes {

    /** A loader for the directories and jars of a class path, and for the classes of the JDK; to be closed. */
    public static URLClassLoader loader(List<Path> entries) throws MalformedURLException {
        URL[] urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = entries.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public Optional<List<String>> of(String internalName) {
        try (InputStream file = loader.getResourceAsStream(internalName + ".class")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new ClassBytes(internalName, file.readAllBytes()).supertypes());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the class file of " + internalName.replace('/', '.') + " cannot be read", e);
        }
    }
}
