package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each {@code parity/P<number>_<Name>.java} prints what {@code <number>.out} holds: what CPython printed for a program of
 * the same meaning.
 */
class ParityTest {

    private static final Path PROGRAMS = Path.of("parity");

    private static final Variant WOVEN = new Variant(17, true, false);

    @TempDir
    static Path folder;

    private static List<Program> programs;
    private static ProgramClasses classes;

    @BeforeAll
    static void compile() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            programs = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Program::read)
                    .toList();
        }
        classes = ProgramClasses.compile(programs, WOVEN, folder);
    }

    @TestFactory
    Stream<DynamicTest> programs() {
        return programs.stream().map(program -> dynamicTest(program.mainClass(), () -> check(program)));
    }

    @Test
    void everyRecordedOutputHasItsProgram() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".out")))
                    .isNotEmpty()
                    .allMatch(file -> programs.stream()
                            .anyMatch(program -> recorded(program).equals(file)));
        }
    }

    private static void check(Program program) throws IOException, InterruptedException {
        Javac.Compilation compilation = classes.of(program);
        assertThat(compilation.complaints()).as(compilation.report()).isEmpty();
        try (ProgramLoader loader = new ProgramLoader(List.of(compilation.output()))) {
            ProgramRun run = ProgramRun.of(program.mainClass(), loader, SuspensionPattern.always());
            assertThat(run.failure()).as("what main throws").isNull();
            RecordedOutput recorded = new RecordedOutput(Files.readAllLines(recorded(program)));
            assertThat(recorded.differences(program, run.lines()))
                    .as("- as CPython printed, + as the program printed")
                    .isEmpty();
        }
    }

    private static Path recorded(Program program) {
        return PROGRAMS.resolve(program.mainClass().replaceFirst("^P(\\d+_\\d+)_.*", "$1.out"));
    }
}
