package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Compiles a program in one variant, verifies all its classes, runs it and compares what it prints. */
final class ProgramCheck {

    private final Program program;
    private final Variant variant;

    ProgramCheck(Program program, Variant variant) {
        this.program = program;
        this.variant = variant;
    }

    /**
     * @param output an empty folder for the class files
     * @param plainClasses the stand-ins of plain runs
     */
    void run(Path output, Path plainClasses) throws Exception {
        Javac.Compilation compilation = variant.compiler().compile(output, List.of(program.file()), variant.options());
        assertThat(compilation.complaints()).as(compilation.report()).isEmpty();
        for (SuspensionPattern pattern : patterns()) {
            try (ProgramLoader loader = loader(output, plainClasses)) {
                runOnce(loader, pattern);
            }
        }
        if (!variant.isPlain()) {
            JumpsIntoLoops.inClassesOf(output).forEach(jump -> fail("a jump into a loop: " + jump));
        }
    }

    private void runOnce(ProgramLoader loader, SuspensionPattern pattern)
            throws ClassNotFoundException, InterruptedException {
        loader.verifyAll();
        ProgramRun run = ProgramRun.of(program.mainClass(), loader, pattern);
        if (run.failure() != null) {
            fail(
                    "main threw, when " + pattern.name() + "; printed until then:\n" + String.join("\n", run.lines()),
                    run.failure());
        }
        assertThat(run.lines()).as("printed when " + pattern.name()).isEqualTo(program.expected());
    }

    private List<SuspensionPattern> patterns() {
        return variant.isPlain()
                ? List.of(SuspensionPattern.never())
                : List.of(
                        SuspensionPattern.always(),
                        SuspensionPattern.never(),
                        SuspensionPattern.some(1),
                        SuspensionPattern.some(2));
    }

    private ProgramLoader loader(Path output, Path plainClasses) throws IOException {
        return new ProgramLoader(variant.isPlain() ? List.of(plainClasses, output) : List.of(output));
    }
}
