package dev.reprise.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What one variant makes of many programs: they are compiled together, because a compiler starts slowly, and those that
 * do not compile are left out of the next attempt.
 */
final class ProgramClasses {

    private final Map<Path, Javac.Compilation> compilations = new HashMap<>();

    private ProgramClasses() {}

    static ProgramClasses compile(List<Program> programs, Variant variant, Path output) {
        ProgramClasses classes = new ProgramClasses();
        List<Program> waiting = new ArrayList<>(programs);
        for (int attempt = 0; !waiting.isEmpty(); attempt++) {
            List<Path> sources = waiting.stream().map(Program::file).toList();
            Javac.Compilation all =
                    variant.compiler().compile(output.resolve("attempt" + attempt), sources, variant.options());
            List<Program> settled = waiting.stream()
                    .filter(program ->
                            all.success() || !complaintsAbout(program, all).isEmpty())
                    .toList();
            if (settled.isEmpty()) {
                throw new AssertionError("javac failed and named no source:\n" + all.report());
            }
            for (Program program : settled) {
                List<Diagnostic<? extends JavaFileObject>> complaints = complaintsAbout(program, all);
                classes.compilations.put(
                        program.file(), new Javac.Compilation(all.output(), all.success(), complaints));
            }
            waiting.removeAll(settled);
        }
        return classes;
    }

    /** The compilation as if the program had been alone in it. */
    Javac.Compilation of(Program program) {
        return compilations.get(program.file());
    }

    /** What has a position in the program, and what has none at all. */
    private static List<Diagnostic<? extends JavaFileObject>> complaintsAbout(
            Program program, Javac.Compilation compilation) {
        return compilation.complaints().stream()
                .filter(complaint -> complaint.getSource() == null
                        || Path.of(complaint.getSource().toUri())
                                .equals(program.file().toAbsolutePath()))
                .collect(Collectors.toList());
    }
}
