package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything the compiler can say has its page, and its examples if it is about the user's code; and nothing else has. */
class DiagnosticKindsTest {

    @Test
    void eachKindHasAPageAndEachPageAKind() throws IOException {
        assertThat(names(Path.of("../docs/diagnostics")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DiagnosticKind.values())
                        .map(kind -> kind.tag() + ".md")
                        .toList());
    }

    @Test
    void eachKindAboutCodeHasExamplesAndEachExampleAKind() throws IOException {
        assertThat(names(DiagnosticsTest.EXAMPLES))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DiagnosticKind.values())
                        .filter(kind -> kind.subject() == Subject.CODE)
                        .map(DiagnosticKind::tag)
                        .toList());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
