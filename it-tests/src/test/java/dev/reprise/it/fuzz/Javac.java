package dev.reprise.it.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles many sources in memory, without annotation processors. */
final class Javac {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

    /**
     * What came of a compilation.
     *
     * @param classes class files by binary name
     * @param errors the first error of each source that has one, by the name of its class
     */
    record Compiled(Map<String, byte[]> classes, Map<String, String> errors) {}

    /**
     * Compiles what can be compiled.
     *
     * @param sources by name of the class
     */
    Compiled compile(Map<String, String> sources, List<String> options) {
        Compiled compiled = new Compiled(new TreeMap<>(), new TreeMap<>());
        compile(new TreeMap<>(sources), options, compiled);
        return compiled;
    }

    private void compile(TreeMap<String, String> sources, List<String> options, Compiled compiled) {
        if (sources.isEmpty()) {
            return;
        }
        Output output = new Output();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        List<String> all = new ArrayList<>(
                List.of("-proc:none", "-Xplugin:Reprise off", "-nowarn", "-Xlint:none", "-Xmaxerrs", "1000"));
        all.addAll(options);
        StringWriter said = new StringWriter();
        if (compiler.getTask(said, output, diagnostics, all, null, units).call()) {
            compiled.classes.putAll(output.classes());
            return;
        }
        int before = sources.size();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() instanceof Source source) {
                sources.remove(source.name);
                compiled.errors.putIfAbsent(source.name, diagnostic.toString());
            }
        }
        if (sources.size() < before) {
            compile(sources, options, compiled);
        } else if (before == 1) {
            compiled.errors.put(
                    sources.firstKey(),
                    "javac crashed: " + said.toString().lines().skip(1).limit(4).toList());
        } else {
            String middle = List.copyOf(sources.keySet()).get(before / 2);
            compile(new TreeMap<>(sources.headMap(middle)), options, compiled);
            compile(new TreeMap<>(sources.tailMap(middle)), options, compiled);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> written = new TreeMap<>();

        Output() {
            super(files);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ClassFile file = new ClassFile(className);
            written.put(className, file);
            return file;
        }

        @Override
        public void close() {}
    }

    /** Frees the class path that javac has read. */
    void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
