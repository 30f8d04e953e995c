package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Verifies all classes of a compiled program, runs it and compares what it prints.
 *
 * @param program what was compiled
 * @param variant how
 * @param compilation what came of it
 * @param plainClasses the stand-ins of plain runs
 */
record ProgramCheck(Program program, Variant variant, Javac.Compilation compilation, Path plainClasses) {

    void run() throws IOException, ClassNotFoundException, InterruptedException {
        assertThat(compilation.complaints())
                .as(this + " is not compiled in silence:\n" + compilation.report())
                .isEmpty();
        for (SuspensionPattern pattern : patterns()) {
            try (ProgramLoader loader = loader()) {
                runOnce(loader, pattern);
            }
        }
        if (!variant.isPlain()) {
            assertThat(JumpsIntoLoops.inClasses(loader().files(program.mainClass())))
                    .as("jumps into loops in " + this)
                    .isEmpty();
        }
    }

    private void runOnce(ProgramLoader loader, SuspensionPattern pattern)
            throws ClassNotFoundException, InterruptedException {
        loader.verify(program.mainClass());
        ProgramRun run = ProgramRun.of(program.mainClass(), loader, pattern);
        if (run.failure() != null) {
            fail(
                    "main of " + this + " threw, when " + pattern.name() + "; printed until then:\n"
                            + String.join("\n", run.lines()),
                    run.failure());
        }
        assertThat(run.lines().stream().map(String::stripTrailing))
                .as("what " + this + " prints when " + pattern.name())
                .containsExactlyElementsOf(program.expected());
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

    private ProgramLoader loader() {
        return new ProgramLoader(
                variant.isPlain() ? List.of(plainClasses, compilation.output()) : List.of(compilation.output()));
    }

    @Override
    public String toString() {
        return program.file() + " (" + variant + ")";
    }
}
