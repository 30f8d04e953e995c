package dev.reprise.processor.compiler;

import dev.reprise.processor.Javac;
import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.lower.Results;
import dev.reprise.processor.compiler.read.ClassFileReader;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.CoroutineFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.tree.ClassNode;

/** What javac alone makes of a class: the input of the compiler. */
public final class Compiled {

    private final ClassBytes bytes;

    private Compiled(ClassBytes bytes) {
        this.bytes = bytes;
    }

    /** Compiles the members of a class {@code Sample}; the first member stands on line 1. */
    public static Compiled members(Path directory, String members) {
        String imports =
                "import static dev.reprise.Async.*; import dev.reprise.*; import java.util.*; import java.util.concurrent.*; ";
        return source(directory, "Sample", imports + "class Sample { " + members + "}");
    }

    /** Compiles a source file that holds one class. */
    public static Compiled source(Path directory, String name, String source, String... options) {
        Javac javac = new Javac(directory)
                .withoutProcessorPath()
                .with("-proc:none", "-Xplugin:Reprise off", "-g")
                .with(options);
        javac.compile(javac.source(name + ".java", source)).succeeded();
        try {
            return new Compiled(new ClassBytes(name, Files.readAllBytes(javac.output(name + ".class"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ClassBytes bytes() {
        return bytes;
    }

    public ClassNode node() {
        return ClassFileReader.read(bytes);
    }

    /** The first coroutine of the class. */
    public Coroutine coroutine() {
        return CoroutineFinder.of(node()).coroutines().get(0);
    }

    /** The analysis of the first coroutine of the class. */
    public MethodAnalysis analysis() {
        Coroutine coroutine = coroutine();
        return MethodAnalysis.of(coroutine, DirectCalls.among(List.of(coroutine)));
    }

    /** What the bodies of the class return, by the names of the methods: a primitive or {@code Object}. */
    public Map<String, String> results() {
        List<Coroutine> coroutines = CoroutineFinder.of(node()).coroutines();
        DirectCalls calls = DirectCalls.among(coroutines);
        List<MethodAnalysis> analyses = coroutines.stream()
                .map(coroutine -> MethodAnalysis.of(coroutine, calls))
                .toList();
        Results results = Results.among(analyses, calls);
        Map<String, String> named = new TreeMap<>();
        coroutines.forEach(coroutine -> named.put(
                coroutine.method().name,
                results.of(coroutine)
                        .map(wrapper -> wrapper.primitive().getClassName())
                        .orElse("Object")));
        return named;
    }
}
