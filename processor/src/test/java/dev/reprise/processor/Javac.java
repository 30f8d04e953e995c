package dev.reprise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** javac as a build tool runs it: files on disk, the processor on the processor path, found by its services files. */
public final class Javac {
    private final Path root;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final List<String> options = new ArrayList<>();
    private Path output;
    private boolean onProcessorPath = true;
    private List<Processor> processors = List.of();

    /** @param root where sources and class files are kept */
    public Javac(Path root) {
        this.root = root;
        this.output = root.resolve("out");
    }

    /** What a compilation said. */
    public record Result(boolean success, List<String> messages) {

        public Result succeeded() {
            assertThat(messages).isEmpty();
            assertThat(success).isTrue();
            return this;
        }

        public Result failed() {
            assertThat(success).isFalse();
            return this;
        }
    }

    public Javac with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Puts the processor on the class path instead. */
    public Javac withoutProcessorPath() {
        onProcessorPath = false;
        return this;
    }

    /** Runs this instance of a processor, not the one that javac finds. */
    public Javac withProcessor(Processor processor) {
        processors = List.of(processor);
        return this;
    }

    public Path source(String path, String text) {
        try {
            Path file = root.resolve("src").resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path output(String path) {
        return output.resolve(path);
    }

    /** Names of the class files in a directory of the output, sorted. */
    public List<String> classes(String directory) {
        try (Stream<Path> files = Files.list(output.resolve(directory))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Result compile(Path... sources) {
        return compile(null, sources);
    }

    public Result compile(List<String> outputOptions, Path... sources) {
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
            return compile(files, files, collector, outputOptions, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles with a file manager that wraps javac's own. */
    public Result compileWith(
            java.util.function.Function<StandardJavaFileManager, JavaFileManager> wrapper, Path... sources) {
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
            return compile(files, wrapper.apply(files), collector, null, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result compile(
            StandardJavaFileManager standard,
            JavaFileManager manager,
            DiagnosticCollector<JavaFileObject> collector,
            List<String> outputOptions,
            Path... sources)
            throws IOException {
        List<String> arguments = new ArrayList<>(options);
        if (outputOptions == null) {
            Files.createDirectories(output);
            arguments.addAll(List.of("-d", output.toString(), "-cp", classPath()));
        } else {
            arguments.addAll(outputOptions);
        }
        if (onProcessorPath) {
            arguments.addAll(List.of("-processorpath", processorPath()));
        }
        JavaCompiler.CompilationTask task =
                compiler.getTask(null, manager, collector, arguments, null, standard.getJavaFileObjects(sources));
        if (!processors.isEmpty()) {
            task.setProcessors(processors);
        }
        boolean success = task.call();
        return new Result(
                success, collector.getDiagnostics().stream().map(Javac::text).toList());
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String place =
                source == null ? "" : Path.of(source.getName()).getFileName() + ":" + diagnostic.getLineNumber() + ": ";
        return place + diagnostic.getMessage(Locale.ROOT);
    }

    private String classPath() {
        return runtime() + File.pathSeparator + output + (onProcessorPath ? "" : File.pathSeparator + processorPath());
    }

    public static String runtime() {
        return location(dev.reprise.Async.class);
    }

    /** The runtime and the module it requires at compile time. */
    public static String runtimeModules() {
        return runtime() + File.pathSeparator + location(org.jspecify.annotations.Nullable.class);
    }

    /** The processor's classes and the libraries that its jar contains. */
    public static String processorPath() {
        return Stream.concat(
                        Stream.of(location(CoroutineProcessor.class)),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry ->
                                        Path.of(entry).getFileName().toString().startsWith("asm")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
