package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The programs mean the same when Eclipse's compiler wrote the class files, whose code differs from javac's. */
class EcjTest {

    private static final Path PROGRAMS = Path.of("programs");

    /** What ecj writes of these, the verifier refuses before anything is woven: their stack maps are wrong. */
    private static final Set<String> BROKEN_BY_ECJ =
            Set.of("controlflow.SwitchExpressionArms", "operandstack.NewAroundSwitchWithTry");

    @TempDir
    static Path folder;

    /** By the processor, before ecj writes the class files. */
    @TestFactory
    Stream<DynamicNode> programsThatAreWovenInsideEcj() {
        return Stream.of(List.of("-g"), List.<String>of())
                .flatMap(options -> programs("inside ecj " + options, options.contains("-g"), (programs, output) -> {
                    Ecj.Compilation compilation = Ecj.withProcessor().compile(output, programs, options);
                    assertThat(compilation.success()).as(compilation.messages()).isTrue();
                    assertThat(compilation.messages()).isEmpty();
                }));
    }

    /** As the Maven plugin, the command line and the agent do it. */
    @TestFactory
    Stream<DynamicNode> programsThatAreWovenAfterwards() {
        return programs("after ecj -g:none", false, (programs, output) -> {
            Ecj.Compilation compilation = Ecj.withoutProcessor().compile(output, programs, List.of("-g:none"));
            assertThat(compilation.success()).as(compilation.messages()).isTrue();
            assertThat(BROKEN_BY_ECJ)
                    .containsAll(programs.stream()
                            .map(file -> Program.read(file).mainClass())
                            .filter(name -> !isVerified(name, output))
                            .toList());
            try {
                assertThat(DirectWeaving.weave(output)).isGreaterThanOrEqualTo(programs.size());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static Stream<DynamicNode> programs(
            String how, boolean debugTables, BiConsumer<List<Path>, Path> compiler) {
        List<Program> programs = Program.below(PROGRAMS).stream()
                .filter(program -> program.release() <= Ecj.RELEASE)
                .filter(program -> debugTables || program.runsWithoutDebugTables())
                .toList();
        Path output = folder.resolve(how);
        compiler.accept(programs.stream().map(Program::file).toList(), output);
        return programs.stream()
                .filter(program -> !BROKEN_BY_ECJ.contains(program.mainClass()))
                .map(program -> dynamicTest(program.mainClass() + " (" + how + ")", () -> run(program, output)));
    }

    private static void run(Program program, Path classes) throws Exception {
        for (SuspensionPattern pattern : List.of(SuspensionPattern.always(), SuspensionPattern.some(1))) {
            try (ProgramLoader loader = new ProgramLoader(List.of(classes))) {
                loader.verify(program.mainClass());
                ProgramRun run = ProgramRun.of(program.mainClass(), loader, pattern);
                assertThat(run.failure()).as("failure of " + program.file()).isNull();
                assertThat(run.lines().stream().map(String::stripTrailing))
                        .as("what " + program.file() + " prints when " + pattern.name())
                        .containsExactlyElementsOf(program.expected());
            }
        }
    }

    private static boolean isVerified(String mainClass, Path classes) {
        try (ProgramLoader loader = new ProgramLoader(List.of(classes))) {
            loader.verify(mainClass);
            return true;
        } catch (VerifyError e) {
            return false;
        } catch (ClassNotFoundException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
