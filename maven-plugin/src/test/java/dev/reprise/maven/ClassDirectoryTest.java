package dev.reprise.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void coroutinesAreCompiledOnce() throws IOException {
        compile("Greeter", """
                import static dev.reprise.Async.*;
                class Greeter {
                    @dev.reprise.Coroutine
                    static dev.reprise.Async<String> greet() { return of("hello " + await(of("you"))); }
                }
                """);
        assertThat(new ClassDirectory(directory).weave()).isEqualTo(new ClassDirectory.Result(1, java.util.List.of()));
        assertThat(directory.resolve("Greeter$greet$Frame.class")).exists();
        byte[] woven = Files.readAllBytes(directory.resolve("Greeter.class"));

        assertThat(new ClassDirectory(directory).weave().woven()).isZero();
        assertThat(directory.resolve("Greeter.class")).hasBinaryContent(woven);
    }

    @Test
    void aClassThatIsRefusedStaysAsItWas() throws IOException {
        compile("Locked", """
                import static dev.reprise.Async.*;
                class Locked {
                    @dev.reprise.Coroutine
                    static dev.reprise.Async<String> m() { synchronized (Locked.class) { return of(await(of("x"))); } }
                }
                """);
        byte[] before = Files.readAllBytes(directory.resolve("Locked.class"));
        assertThat(new ClassDirectory(directory).weave().problems())
                .extracting(Diagnostic::kind)
                .containsExactly(DiagnosticKind.AwaitInSynchronized);
        assertThat(directory.resolve("Locked.class")).hasBinaryContent(before);
    }

    @Test
    void aDirectoryThatIsNotThereHasNoCoroutines() throws IOException {
        assertThat(new ClassDirectory(directory.resolve("none")).weave().woven())
                .isZero();
    }

    private void compile(String name, String source) throws IOException {
        Path file = Files.writeString(directory.resolve(name + ".java"), source);
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xplugin:Reprise off",
                        "-d",
                        directory.toString(),
                        file.toString());
        assertThat(exit).isZero();
    }
}
