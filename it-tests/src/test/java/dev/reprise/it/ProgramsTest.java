package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each file under {@code programs} compiles, passes the verifier, and prints what it says, however often it suspends. */
class ProgramsTest {

    private static final Path PROGRAMS = Path.of("programs");

    @TempDir
    static Path folder;

    private static Path plainClasses;

    @BeforeAll
    static void compileThePlainStandIns() {
        plainClasses = PlainStandIns.compileTo(folder.resolve("plain"));
    }

    @TestFactory
    Stream<DynamicNode> programs() {
        List<Program> programs = Program.below(PROGRAMS);
        assertThat(programs).as("programs").isNotEmpty();
        Map<Variant, List<Program>> byVariant = new HashMap<>();
        for (Program program : programs) {
            Variant.of(program)
                    .forEach(variant -> byVariant
                            .computeIfAbsent(variant, ignored -> new ArrayList<>())
                            .add(program));
        }
        Map<Variant, ProgramClasses> classes = new ConcurrentHashMap<>();
        return programs.stream()
                .flatMap(program -> tests(
                        program,
                        variant -> classes.computeIfAbsent(
                                variant,
                                key -> ProgramClasses.compile(
                                        byVariant.get(key), key, folder.resolve(key.toString())))));
    }

    private static Stream<DynamicNode> tests(Program program, Function<Variant, ProgramClasses> classes) {
        String name = PROGRAMS.relativize(program.file()).toString().replace(".java", "");
        List<Variant> variants = Variant.of(program);
        if (variants.isEmpty()) {
            return Stream.of(dynamicTest(
                    name, () -> assumeTrue(false, "needs Java " + program.release() + ": not run on this JDK")));
        }
        return variants.stream()
                .map(variant -> dynamicTest(name + " (" + variant + ")", () -> {
                    Javac.Compilation compilation = classes.apply(variant).of(program);
                    new ProgramCheck(program, variant, compilation, plainClasses).run();
                }));
    }
}
