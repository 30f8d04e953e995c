package dev.reprise.processor.files;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.compiler.Supertypes;
import dev.reprise.processor.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A directory of class files whose coroutines are compiled in place. */
public final class ClassDirectory {

    private static final String SUFFIX = ".class";

    private final Path root;
    private final Supertypes supertypes;

    /**
     * A directory, also one in a jar or other file system.
     *
     * @param supertypes of the classes that those in the directory refer to
     */
    public ClassDirectory(Path root, Supertypes supertypes) {
        this.root = root;
        this.supertypes = supertypes;
    }

    /**
     * What was done.
     *
     * @param woven how many classes were rewritten
     * @param problems why classes were not; their files are as they were
     */
    public record Result(int woven, List<Diagnostic> problems) {}

    /** Compiles every class file below the directory; those that have been compiled before stay as they are. */
    public Result weave() throws IOException {
        int woven = 0;
        List<Diagnostic> problems = new ArrayList<>();
        for (Path file : classFiles()) {
            Outcome outcome = CoroutineCompiler.compileOrRefuse(
                    new ClassBytes(nameOf(file), Files.readAllBytes(file)), supertypes);
            if (outcome instanceof Outcome.Refused refused) {
                problems.addAll(refused.problems());
            } else if (outcome instanceof Outcome.Woven classes) {
                write(classes, file);
                woven++;
            }
        }
        return new Result(woven, problems);
    }

    /** The frames first: a class must not refer to what is not there. */
    private static void write(Outcome.Woven classes, Path file) throws IOException {
        for (ClassBytes frame : classes.frames()) {
            Files.write(file.resolveSibling(simpleName(frame) + SUFFIX), frame.bytes());
        }
        Files.write(file, classes.rewritten().bytes());
    }

    private static String simpleName(ClassBytes bytes) {
        return bytes.name().substring(bytes.name().lastIndexOf('/') + 1);
    }

    private List<Path> classFiles() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> !file.toString().endsWith("-info.class"))
                    .sorted()
                    .toList();
        }
    }

    private String nameOf(Path file) {
        String path =
                root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return path.substring(0, path.length() - SUFFIX.length());
    }
}
