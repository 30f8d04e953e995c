package dev.reprise.processor;

import dev.reprise.processor.compiler.ClassPath;
import dev.reprise.processor.compiler.Supertypes;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.files.ClassDirectory;
import dev.reprise.processor.files.ClassJar;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The compiler as a command, for class files that something other than javac with our processor wrote. */
public final class CommandLine {
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int MISUSED = 2;

    private static final String USAGE = """
            Usage: java -jar reprise-processor.jar [-cp <class path>] <directory or jar>...
            Compiles the coroutines in class files, in place. Classes that have been compiled before stay as they are.
            The class path holds what these classes refer to; they need not be on it themselves.
            Exit code: 0 when everything is compiled, 1 when something could not be, 2 when this command is wrong.""";

    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Exits with {@value #OK}, {@value #REFUSED} if something could not be compiled, {@value #MISUSED} if {@code args} are wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(System.out, System.err).run(args));
    }

    int run(String... args) {
        List<Path> classPath = new ArrayList<>();
        List<Path> targets = new ArrayList<>();
        Deque<String> words = new ArrayDeque<>(List.of(args));
        while (!words.isEmpty()) {
            String word = words.pop();
            if (!word.startsWith("-")) {
                targets.add(Path.of(word));
            } else if (List.of("-cp", "--class-path", "-classpath").contains(word) && !words.isEmpty()) {
                for (String entry : words.pop().split(File.pathSeparator, -1)) {
                    classPath.add(Path.of(entry));
                }
            } else {
                return misused(word.matches("-h|--help") ? "" : "There is no option " + word + " like this.");
            }
        }
        if (targets.isEmpty()) {
            return misused("There is nothing to compile.");
        }
        for (Path target : targets) {
            if (!Files.exists(target)) {
                return misused("There is no " + target + ".");
            }
        }
        classPath.addAll(targets);
        return weave(targets, classPath);
    }

    private int misused(String reason) {
        if (!reason.isEmpty()) {
            err.println(reason);
        }
        err.println(USAGE);
        return reason.isEmpty() ? OK : MISUSED;
    }

    private int weave(List<Path> targets, List<Path> classPath) {
        int problems = 0;
        for (Path target : targets) {
            // a loader for each: a jar that has been replaced is another file
            try (URLClassLoader classes = ClassPath.loader(classPath)) {
                ClassDirectory.Result result = weave(target, new ClassPath(classes));
                for (Diagnostic problem : result.problems()) {
                    err.println(problem.position() + ": error: " + problem.message());
                }
                out.println("Coroutines compiled in " + result.woven() + " classes of " + target);
                problems += result.problems().size();
            } catch (ProviderNotFoundException e) {
                err.println("error: " + target
                        + " is neither a directory nor a jar. Name the directory that holds the class"
                        + " files, the root of their packages, or a jar.");
                problems++;
            } catch (IOException e) {
                err.println("error: could not compile the class files of " + target + ": " + e);
                problems++;
            }
        }
        return problems == 0 ? OK : REFUSED;
    }

    private static ClassDirectory.Result weave(Path target, Supertypes supertypes) throws IOException {
        return Files.isDirectory(target)
                ? new ClassDirectory(target, supertypes).weave()
                : new ClassJar(target, supertypes).weave();
    }
}
