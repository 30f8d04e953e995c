package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs in the documents compile, and print what stands below them.
 *
 * <p>A block marked {@code java} is a whole source file. A block marked {@code text} that follows at once is what it prints,
 * or, if it is not to compile, what javac prints. Comments {@code // error: [Kind] …} are as in {@link DiagnosticsTest}.
 */
class DocsTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages = Stream.concat(Stream.of(ROOT.resolve("README.md")), files.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
            return pages.stream()
                    .flatMap(page -> DocumentedProgram.in(read(page)).stream()
                            .map(program -> dynamicTest(
                                    ROOT.relativize(page) + ":" + program.line(), () -> check(page, program))));
        }
    }

    @Test
    void everyDocumentWithJavaIsLookedAt() throws IOException {
        assertThat(programs().map(DynamicTest::getDisplayName))
                .anyMatch(name -> name.startsWith("README.md:"))
                .anyMatch(name -> name.startsWith(Path.of("docs", "guide", "loop.md") + ":"))
                .anyMatch(name -> name.startsWith(Path.of("docs", "diagnostics", "AwaitInLambda.md") + ":"));
    }

    /** On a page about a diagnostic the wrong example is refused with this diagnostic, and the right one is not. */
    @TestFactory
    Stream<DynamicTest> pagesAboutDiagnostics() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve(Path.of("docs", "diagnostics")))) {
            return pages.sorted().toList().stream()
                    .filter(page -> read(page).contains("```java"))
                    .map(page -> dynamicTest(page.getFileName().toString(), () -> {
                        String tag = "[" + page.getFileName().toString().replace(".md", "]");
                        List<DocumentedProgram> programs = DocumentedProgram.in(read(page));
                        assertThat(programs).hasSize(2);
                        assertThat(programs.get(0).source()).containsPattern("// (error|warning): \\Q" + tag + "\\E");
                        assertThat(programs.get(1).source()).doesNotContain("// error: ", "// warning: ");
                    }));
        }
    }

    private void check(Path page, DocumentedProgram program) throws IOException, InterruptedException {
        Path project = Files.createTempDirectory(folder, "page");
        assertThat(program.differences(project))
                .as(page + ", line " + program.line())
                .isEmpty();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
