package dev.reprise.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads the classes of one program, its own before those of the same name elsewhere. The JVM verifies what a loader like
 * this one defines, as it verifies the class path of an application.
 */
final class ProgramLoader extends URLClassLoader {

    private final List<Path> folders;

    ProgramLoader(List<Path> folders) {
        super(folders.stream().map(ProgramLoader::url).toArray(URL[]::new), ProgramLoader.class.getClassLoader());
        this.folders = folders;
    }

    /**
     * Verifies every class of the program, also those that the run never touches.
     *
     * @throws VerifyError if the JVM refuses one
     */
    void verifyAll() throws ClassNotFoundException {
        for (String name : classNames()) {
            loadClass(name).getDeclaredMethods(); // listing the methods links the class, and linking verifies it
        }
    }

    /** Binary names of the classes in the folders. */
    List<String> classNames() {
        return folders.stream().flatMap(ProgramLoader::classNames).toList();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return findResource(name.replace('.', '/') + ".class") == null
                    ? super.loadClass(name, resolve)
                    : findClass(name);
        }
    }

    private static Stream<String> classNames(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .map(file -> folder.relativize(file).toString())
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
