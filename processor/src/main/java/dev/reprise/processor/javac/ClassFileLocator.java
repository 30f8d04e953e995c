package dev.reprise.processor.javac;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Knows where javac has put the class files of this compilation. */
final class ClassFileLocator {

    /** How javac lays out its output. */
    private enum Layout {
        /** One directory, packages below it. */
        PACKAGES,
        /** A directory per module, packages below each. */
        MODULES,
        /** No output directory: a class file lies beside its source file. */
        BESIDE_SOURCE
    }

    private final Filer filer;
    private final Elements elements;

    /** Null until the first class file has been looked for. */
    private @Nullable Layout layout;

    /** Where each package lies on disk: javac takes a while to tell. */
    private final Map<String, Path> directories = new HashMap<>();

    ClassFileLocator(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /**
     * Finds the place of a class file.
     *
     * @param source the file that declares the class
     */
    ClassFile locate(TypeElement type, JavaFileObject source) throws IOException {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String binaryName = elements.getBinaryName(type).toString();
        String fileName =
                (packageName.isEmpty() ? binaryName : binaryName.substring(packageName.length() + 1)) + ".class";
        if (layout == null) {
            layout = layout(packageName, fileName);
        }
        if (layout == Layout.BESIDE_SOURCE && isOnDisk(source.toUri())) {
            return new PathClassFile(Path.of(source.toUri()).resolveSibling(fileName));
        }
        String directory = layout == Layout.MODULES
                ? elements.getModuleOf(type).getQualifiedName() + "/" + packageName
                : packageName;
        Path known = directories.get(directory);
        if (known != null) {
            return new PathClassFile(known.resolve(fileName));
        }
        URI uri = get(directory, fileName).toUri();
        if (!isOnDisk(uri)) {
            return new FilerClassFile(filer, directory, fileName);
        }
        Path path = Path.of(uri);
        directories.put(directory, Objects.requireNonNull(path.getParent()));
        return new PathClassFile(path);
    }

    private Layout layout(String packageName, String fileName) throws IOException {
        try {
            if (!isOnDisk(get(packageName, fileName).toUri())) {
                return Layout.PACKAGES;
            }
            // Without an output directory javac forgets the package, which shows only if there is one.
            URI inPackage = get("probe", "Probe.class").toUri();
            return Path.of(inPackage).endsWith(Path.of("probe", "Probe.class"))
                    ? Layout.PACKAGES
                    : Layout.BESIDE_SOURCE;
        } catch (FilerException e) {
            return Layout.MODULES; // in this mode, and only in this, javac wants to be told the module
        }
    }

    private FileObject get(String directory, String fileName) throws IOException {
        return filer.getResource(StandardLocation.CLASS_OUTPUT, directory, fileName);
    }

    private static boolean isOnDisk(URI uri) {
        return "file".equalsIgnoreCase(uri.getScheme());
    }
}
