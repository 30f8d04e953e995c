package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each {@code diagnostics/<Kind>/Bad.java} is refused as its comments say, and each {@code Good.java} is compiled in silence. */
class DiagnosticsTest {

    static final Path EXAMPLES = Path.of("diagnostics");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        try (Stream<Path> kinds = Files.list(EXAMPLES)) {
            return kinds.sorted().toList().stream().flatMap(this::tests);
        }
    }

    @Test
    void whatIsSaidWithoutBeingExpectedIsReported() throws IOException {
        assertThat(check("class A { int i = true; }", "-g"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("not expected: 1");
    }

    @Test
    void whatIsExpectedAndNotSaidIsReported() throws IOException {
        assertThat(check("class A {} // error: [AwaitInLambda]", "-g"))
                .containsExactly("not said: 1 error: [AwaitInLambda]");
    }

    @Test
    void anExpectationOnTheWrongLineIsReported() throws IOException {
        assertThat(check("class A { int i = true; }\n// error: incompatible types", "-g"))
                .hasSize(2);
    }

    private Stream<DynamicTest> tests(Path kind) {
        return Stream.of("Bad", "Good")
                .flatMap(name -> Stream.of("-g", "-g:none")
                        .map(debug -> dynamicTest(kind.getFileName() + "/" + name + " " + debug, () -> {
                            String source = Files.readString(kind.resolve(name + ".java"));
                            if (name.equals("Bad")) {
                                assertThat(source).contains("[" + kind.getFileName() + "]");
                            }
                            assertThat(check(source, debug)).isEmpty();
                        })));
    }

    private List<String> check(String source, String debug) throws IOException {
        Path sources = Files.createTempDirectory(folder, "source");
        Path file = Files.writeString(sources.resolve("Example.java"), source);
        Javac.Compilation compilation =
                Javac.withProcessor().compile(sources.resolve("out"), List.of(file), List.of(debug));
        return ExpectedComplaints.in(source).differences(compilation);
    }
}
