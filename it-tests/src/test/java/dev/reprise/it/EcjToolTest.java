package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.it.program.SuspensionPattern;
import dev.reprise.processor.CoroutineProcessor;
import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler as a {@code javax.tools.JavaCompiler}, which is how Maven calls it. */
class EcjToolTest {

    private static final Path PROGRAM = Path.of("programs/inheritance/AwaitsOfSubclasses.java");

    private final JavaCompiler ecj = new EclipseCompiler();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

    @TempDir
    Path folder;

    @Test
    void weavesWithItsOwnFileManager() throws Exception {
        assertThat(compile(ecj.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8), PROGRAM))
                .as(diagnostics.getDiagnostics().toString())
                .isTrue();
        runs(PROGRAM);
    }

    @Test
    void weavesWithJavacsFileManager() throws Exception {
        StandardJavaFileManager javacs =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        assertThat(compile(javacs, PROGRAM))
                .as(diagnostics.getDiagnostics().toString())
                .isTrue();
        runs(PROGRAM);
    }

    @Test
    void framesGoToAFileManagerThatKeepsClassesInMemory() throws IOException {
        Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
        StandardJavaFileManager files = ecj.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        JavaFileManager memory = new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                classes.put(className.replace('/', '.'), bytes);
                return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return bytes;
                    }
                };
            }
        };
        Path source = Path.of("diagnostics/AwaitInSynchronized/Good.java");
        assertThat(compile(memory, files.getJavaFileObjects(source)))
                .as(diagnostics.getDiagnostics().toString())
                .isTrue();
        assertThat(classes).containsKeys("Good", "Good$load$Frame");
        assertThat(CoroutineCompiler.compile(
                        new ClassBytes("Good", classes.get("Good").toByteArray())))
                .isInstanceOf(Outcome.Unchanged.class);
        assertThat(DirectWeaving.classFiles(folder)).isEmpty();
    }

    @Test
    void weavesWithAProcessorThatTheCallerHasMade() throws Exception {
        StandardJavaFileManager files = ecj.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        List<String> options = new ArrayList<>(Ecj.withoutProcessor().options(folder));
        options.remove("-proc:none");
        JavaCompiler.CompilationTask task =
                ecj.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(PROGRAM));
        task.setProcessors(List.of(new CoroutineProcessor()));
        assertThat(task.call()).as(diagnostics.getDiagnostics().toString()).isTrue();
        runs(PROGRAM);
    }

    @Test
    void aCoroutineThatCannotBeWovenIsADiagnosticWithItsPlace() throws IOException {
        Path bad = Path.of("diagnostics/AwaitInSynchronized/Bad.java");
        StandardJavaFileManager files = ecj.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        assertThat(compile(files, bad)).isFalse();
        assertThat(diagnostics.getDiagnostics())
                .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .isNotEmpty()
                .allSatisfy(diagnostic -> {
                    assertThat(diagnostic.getMessage(Locale.ROOT)).contains("[AwaitInSynchronized]");
                    assertThat(diagnostic.getLineNumber()).isEqualTo(12);
                    assertThat(diagnostic.getColumnNumber()).isEqualTo(13);
                    assertThat(Path.of(diagnostic.getSource().toUri())).isEqualTo(bad.toAbsolutePath());
                });
        assertThat(DirectWeaving.classFiles(folder)).isEmpty();
    }

    private boolean compile(StandardJavaFileManager files, Path source) {
        return compile(files, files.getJavaFileObjects(source));
    }

    private boolean compile(JavaFileManager files, Iterable<? extends JavaFileObject> sources) {
        return ecj.getTask(
                        new StringWriter(),
                        files,
                        diagnostics,
                        Ecj.withProcessor().options(folder),
                        null,
                        sources)
                .call();
    }

    private void runs(Path source) throws Exception {
        Program program = Program.read(source);
        try (ProgramLoader loader = new ProgramLoader(List.of(folder))) {
            loader.verify(program.mainClass());
            ProgramRun run = ProgramRun.of(program.mainClass(), loader, SuspensionPattern.always());
            assertThat(run.failure()).isNull();
            assertThat(run.lines()).containsExactlyElementsOf(program.expected());
        }
    }
}
