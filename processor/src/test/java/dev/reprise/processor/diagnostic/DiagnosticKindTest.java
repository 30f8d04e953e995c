package dev.reprise.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticKindTest {
    private static final Path PAGES = Path.of("../docs/diagnostics");
    private static final Path EXAMPLES = Path.of("../it-tests/diagnostics");

    @Test
    void aMessageIsTagThenWhatThenWhatNext() {
        Diagnostic diagnostic = Diagnostic.of(
                DiagnosticKind.CoroutineReturnType, ClassFilePosition.ofClass("a/B"), "load()", "int", "Return Async.");

        assertThat(diagnostic.message())
                .isEqualTo("[CoroutineReturnType] load() returns int, which is not a coroutine type. Return Async.");
    }

    @Test
    void aDiagnosticHasAsManyArgumentsAsItsTextTakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Diagnostic.of(
                        DiagnosticKind.CoroutineReturnType, ClassFilePosition.ofClass("a/B"), "load()", "int"));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasAPageThatStartsWithItsName(DiagnosticKind kind) throws IOException {
        assertThat(Files.readString(PAGES.resolve(kind.tag() + ".md"))).startsWith("# " + kind.tag() + "\n\n");
    }

    @ParameterizedTest
    @EnumSource
    void thePageOfAKindAboutCodeShowsTheExamplesThatAreTested(DiagnosticKind kind) throws IOException {
        Path examples = EXAMPLES.resolve(kind.tag());
        if (kind.subject() == Subject.BUILD) {
            assertThat(examples).doesNotExist();
            return;
        }
        String page = Files.readString(PAGES.resolve(kind.tag() + ".md"));
        for (String example : List.of("Bad.java", "Good.java")) {
            assertThat(page).contains("```java\n" + Files.readString(examples.resolve(example)) + "```\n");
        }
    }

    @Test
    void everyPageAndExampleBelongsToAKind() throws IOException {
        List<String> tags =
                Arrays.stream(DiagnosticKind.values()).map(DiagnosticKind::tag).toList();

        assertThat(names(PAGES)).allSatisfy(name -> assertThat(tags).contains(name.replace(".md", "")));
        assertThat(names(EXAMPLES)).allSatisfy(name -> assertThat(tags).contains(name));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
