package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each file under {@code programs} compiles, passes the verifier, and prints what it says, however often it suspends. */
class ProgramsTest {

    private static final Path PROGRAMS = Path.of("programs");

    /** Set to a part of a file name to run only those programs. */
    private static final String ONLY = System.getProperty("program", "");

    @TempDir
    static Path folder;

    private static Path plainClasses;

    @BeforeAll
    static void compileThePlainStandIns() {
        plainClasses = PlainStandIns.compileTo(folder.resolve("plain"));
    }

    @TestFactory
    Stream<DynamicNode> programs() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains(ONLY))
                    .sorted()
                    .toList();
            assertThat(sources).as("programs").isNotEmpty();
            return sources.stream().flatMap(ProgramsTest::tests);
        }
    }

    private static Stream<DynamicNode> tests(Path file) {
        Program program = Program.read(file);
        String name = PROGRAMS.relativize(file).toString().replace(".java", "");
        List<Variant> variants = Variant.of(program);
        if (variants.isEmpty()) {
            return Stream.of(dynamicTest(
                    name, () -> assumeTrue(false, "needs Java " + program.release() + ": not run on this JDK")));
        }
        return variants.stream()
                .map(variant -> dynamicTest(
                        name + " (" + variant + ")",
                        () -> new ProgramCheck(program, variant)
                                .run(Files.createTempDirectory(folder, "program"), plainClasses)));
    }
}
