package dev.reprise.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The compiler of the running JDK, called in this process with the arguments a user would give it.
 *
 * @param processorPath what {@code -processorpath} names; empty for a compilation that knows nothing of coroutines
 */
record Javac(List<Path> processorPath) {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /**
     * File managers by processor path. One serves all compilations with that path: it remembers the JDK's own classes, and
     * the path too, even when a later compilation names none.
     */
    private static final Map<List<Path>, StandardJavaFileManager> FILES = new ConcurrentHashMap<>();

    /** As a user of the library compiles. */
    static Javac withProcessor() {
        return new Javac(Artifacts.processorPath());
    }

    /** As somebody compiles who left the processor out. */
    static Javac withoutProcessor() {
        return new Javac(List.of());
    }

    /** Compiles sources into {@code output}, which is made if it is not there. */
    Compilation compile(Path output, List<Path> sources, List<String> options) {
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = new ArrayList<>(List.of("-d", output.toString(), "-encoding", "UTF-8"));
        arguments.add("-classpath");
        arguments.add(join(List.of(Artifacts.runtime(), Artifacts.programSupport())));
        if (processorPath.isEmpty()) {
            arguments.add("-proc:none");
            // javac asks its own class loader for plugins too, and in this process that one knows the processor
            arguments.add("-Xplugin:Reprise off");
        } else {
            arguments.add("-processorpath");
            arguments.add(join(processorPath));
        }
        arguments.addAll(options);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager files = FILES.computeIfAbsent(
                processorPath, path -> COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
        boolean success = COMPILER.getTask(
                        null, files, diagnostics, arguments, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        return new Compilation(output, success, diagnostics.getDiagnostics());
    }

    static String join(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * What came of it.
     *
     * @param output where the class files are
     * @param success whether javac was content
     * @param diagnostics errors, warnings and notes in the order in which they were printed
     */
    record Compilation(Path output, boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

        /** Errors and warnings: javac's notes say only that there are some. */
        List<Diagnostic<? extends JavaFileObject>> complaints() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                    .toList();
        }

        /** All complaints as text. */
        String report() {
            return complaints().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
        }
    }
}
