package dev.reprise.it;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/**
 * Eclipse's compiler, called in this process with the arguments a user would give it.
 *
 * @param processorPath what {@code -processorpath} names; empty for a compilation that knows nothing of coroutines
 */
record Ecj(List<Path> processorPath) {

    /** The newest release whose class library every JDK from 17 on can describe to ecj. */
    static final int RELEASE = 17;

    /** As a user of the library compiles. */
    static Ecj withProcessor() {
        return new Ecj(Artifacts.processorPath());
    }

    /** As somebody compiles who left the processor out. */
    static Ecj withoutProcessor() {
        return new Ecj(List.of());
    }

    /** Compiles sources into {@code output}, which is made if it is not there. */
    Compilation compile(Path output, List<Path> sources, List<String> options) {
        List<String> arguments = new ArrayList<>(options(output));
        arguments.add("-nowarn");
        arguments.addAll(options);
        sources.forEach(source -> arguments.add(source.toString()));
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        boolean success = BatchCompiler.compile(arguments.toArray(String[]::new), out, out, null);
        return new Compilation(success, messages.toString());
    }

    /** The options of every compilation. ecj forgets a processor path that stands before the class path. */
    List<String> options(Path output) {
        try {
            Files.createDirectories(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> options = new ArrayList<>(List.of("-encoding", "UTF-8", "-d", output.toString()));
        options.addAll(List.of("--release", String.valueOf(RELEASE), "-classpath"));
        options.add(Javac.join(List.of(Artifacts.runtime(), Artifacts.programSupport())));
        options.addAll(
                processorPath.isEmpty() ? List.of("-proc:none") : List.of("-processorpath", Javac.join(processorPath)));
        return options;
    }

    /**
     * What came of it.
     *
     * @param success whether ecj was content
     * @param messages what it printed
     */
    record Compilation(boolean success, String messages) {}
}
