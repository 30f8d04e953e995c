package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A million calls fit into a small stack whatever runs the code: frames of the interpreter and of the two compilers differ
 * in size.
 */
class DeepRecursionTest {

    private static final Program DIRECT = Program.read(Path.of("programs/recursion/DirectCalls.java"));

    private static final Program OF_OBJECTS = Program.read(Path.of("programs/recursion/CallsOfObjects.java"));

    @TempDir
    static Path output;

    @BeforeAll
    static void compile() {
        Javac.Compilation compilation =
                Javac.withProcessor().compile(output, List.of(DIRECT.file(), OF_OBJECTS.file()), List.of());
        assertThat(compilation.complaints()).as(compilation.report()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void aMillionDirectCallsFitIntoASmallStack(String mode) throws IOException, InterruptedException {
        run(DIRECT, mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void aMillionCallsOfObjectsFitIntoASmallStack(String mode) throws IOException, InterruptedException {
        run(OF_OBJECTS, mode);
    }

    private static void run(Program program, String mode) throws IOException, InterruptedException {
        ForkedTool.Result run = java(mode).run(output, List.of("java", program.mainClass()));
        assertThat(run.lines()).isEqualTo(program.expected());
    }

    private static ForkedTool java(String mode) {
        String classPath = String.join(
                File.pathSeparator,
                output.toString(),
                Artifacts.runtime().toString(),
                Artifacts.programSupport().toString());
        return new ForkedTool(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), mode, "-cp", classPath));
    }
}
