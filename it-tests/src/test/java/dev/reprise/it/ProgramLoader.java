package dev.reprise.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * Verifies a class and all that are nested in it, also those that a run never touches.
     *
     * @throws VerifyError if the JVM refuses one
     */
    void verify(String className) throws ClassNotFoundException {
        for (Path file : files(className)) {
            String simpleName = file.getFileName().toString().replace(".class", "");
            String name = className.substring(0, className.lastIndexOf('.') + 1) + simpleName;
            loadClass(name).getDeclaredMethods(); // listing the methods links the class, and linking verifies it
        }
    }

    /** The files of a class and of all that are nested in it. */
    List<Path> files(String className) {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            Path file = folder.resolve(className.replace('.', '/') + ".class");
            String nested = file.getFileName().toString().replace(".class", "$");
            if (Files.exists(file)) {
                files.add(file);
                try (Stream<Path> siblings = Files.list(file.getParent())) {
                    siblings.filter(sibling -> sibling.getFileName().toString().startsWith(nested))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
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

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
