package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner of whole builds reports what it is there to report. */
class ProjectsHarnessTest {

    @TempDir
    Path folder;

    @Test
    void outputOtherThanExpectedIsReported() {
        assertThatThrownBy(() -> run("$ javac", "nothing", "exit 2"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Usage: javac");
    }

    @Test
    void anExitCodeOtherThanExpectedIsReported() {
        assertThatThrownBy(() -> run("$ javac", "…")).hasMessageContaining("exit code");
    }

    @Test
    void outputAsExpectedPasses() {
        assertThatCode(() ->
                        run("# comment", "needs 17", "$ javac", "Usage: javac <options> <source files>", "…", "exit 2"))
                .doesNotThrowAnyException();
    }

    @Test
    void aChangedFileIsReported() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "1");
        ProjectBuild build = new ProjectBuild(folder.getParent(), folder);
        String name = folder.getFileName().toString();
        assertThatCode(() -> build.run(ProjectSteps.parse(List.of("$ remember " + name, "$ unchanged " + name))))
                .doesNotThrowAnyException();
        Files.writeString(file, "2");
        assertThatThrownBy(() -> build.run(ProjectSteps.parse(List.of("$ unchanged " + name))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anEllipsisStandsForAnyNumberOfLines() {
        ExpectedOutput expected = new ExpectedOutput(List.of("a", "…", "b"));
        assertThat(expected.matches(List.of("a", "b"))).isTrue();
        assertThat(expected.matches(List.of("a", "b", "c", "b"))).isTrue();
        assertThat(expected.matches(List.of("a", "b", "c"))).isFalse();
        assertThat(expected.matches(List.of("b"))).isFalse();
    }

    @Test
    void anEllipsisInALineStandsForAnyText() {
        ExpectedOutput expected = new ExpectedOutput(List.of("in … ms."));
        assertThat(expected.matches(List.of("in 12 ms."))).isTrue();
        assertThat(expected.matches(List.of("in 12 s."))).isFalse();
    }

    private void run(String... lines) throws IOException, InterruptedException {
        new ProjectBuild(folder, folder).run(ProjectSteps.parse(List.of(lines)));
    }
}
