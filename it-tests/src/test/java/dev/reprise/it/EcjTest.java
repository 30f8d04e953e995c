package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.reprise.it.program.SuspensionPattern;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The programs mean the same when Eclipse's compiler wrote the class files, whose code differs from javac's. */
class EcjTest {

    private static final Path PROGRAMS = Path.of("programs");

    /** The newest release whose class library every JDK from 17 on can describe to ecj. */
    private static final int RELEASE = 17;

    /** What ecj writes of these, the verifier refuses before anything is woven: their stack maps are wrong. */
    private static final Set<String> BROKEN_BY_ECJ =
            Set.of("controlflow.SwitchExpressionArms", "operandstack.NewAroundSwitchWithTry");

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicNode> programs() throws IOException {
        List<Program> programs = read();
        return Stream.of("-g", "-g:none").flatMap(debugTables -> {
            List<Program> suitable = programs.stream()
                    .filter(program -> debugTables.equals("-g") || program.runsWithoutDebugTables())
                    .toList();
            Path output = compile(suitable, debugTables);
            return suitable.stream()
                    .filter(program -> !BROKEN_BY_ECJ.contains(program.mainClass()))
                    .map(program -> dynamicTest(
                            program.mainClass() + " (ecj " + debugTables + ")", () -> run(program, output)));
        });
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

    private static Path compile(List<Program> programs, String debugTables) {
        Path output = folder.resolve(debugTables.replace(':', '-'));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-encoding", "UTF-8", debugTables));
        arguments.addAll(List.of("--release", String.valueOf(RELEASE), "-d", output.toString(), "-classpath"));
        arguments.add(Artifacts.runtime() + File.pathSeparator + Artifacts.programSupport());
        programs.forEach(program -> arguments.add(program.file().toString()));
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        boolean success = BatchCompiler.compile(arguments.toArray(String[]::new), out, out, null);
        assertThat(success).as(messages.toString()).isTrue();
        List<String> broken = programs.stream()
                .map(Program::mainClass)
                .filter(name -> !isVerified(name, output))
                .toList();
        assertThat(BROKEN_BY_ECJ).containsAll(broken);
        try {
            assertThat(DirectWeaving.weave(output)).isGreaterThanOrEqualTo(programs.size());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return output;
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

    private static List<Program> read() throws IOException {
        String only = System.getProperty("program", "");
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains(only))
                    .sorted()
                    .map(Program::read)
                    .filter(program -> program.release() <= RELEASE)
                    .toList();
        }
    }
}
