package dev.reprise.processor.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.reprise.processor.compiler.ClassPath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDirectoryTest {

    private static final String AWAITING = """
            import static dev.reprise.Async.*;
            class Refused {
                @dev.reprise.Coroutine
                static dev.reprise.Async<Integer> m() {
                    int a = 12345;
                    return of(await(of(a)));
                }
            }
            """;

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
        assertThat(directory(directory).weave()).isEqualTo(new ClassDirectory.Result(1, List.of()));
        assertThat(directory.resolve("Greeter$greet$Frame.class")).exists();
        byte[] woven = Files.readAllBytes(directory.resolve("Greeter.class"));

        assertThat(directory(directory).weave().woven()).isZero();
        assertThat(directory.resolve("Greeter.class")).hasBinaryContent(woven);
    }

    @Test
    void aMonitorThatIsHeldIsRefused() throws IOException {
        compile("Refused", """
                import static dev.reprise.Async.*;
                class Refused {
                    @dev.reprise.Coroutine
                    static dev.reprise.Async<String> m() { synchronized (Refused.class) { return of(await(of("x"))); } }
                }
                """);
        assertRefused(DiagnosticKind.AwaitInSynchronized, "Refused.m:4");
    }

    @Test
    void aMethodThatOutgrowsTheLimitIsRefused() throws IOException {
        compile("Refused", """
                import static dev.reprise.Async.*;
                class Refused {
                    @dev.reprise.Coroutine
                    static dev.reprise.Async<String> m() {
                        String s = "";
                        %s
                        return of(s);
                    }
                }
                """.formatted("s += await(of(s));".repeat(3000)));
        assertRefused(DiagnosticKind.MethodTooLarge, "Refused.m:5");
    }

    @Test
    void aClassFileThatEndsTooEarlyIsRefused() throws IOException {
        compile("Refused", AWAITING);
        change(bytes -> Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused(DiagnosticKind.UnsupportedClassFile, "Refused");
    }

    @Test
    void aClassFileOfAnUnknownVersionIsRefused() throws IOException {
        compile("Refused", AWAITING);
        change(bytes -> with(bytes, 6, 1));
        assertRefused(DiagnosticKind.UnsupportedClassFile, "Refused");
    }

    @Test
    void aClassFileWithoutAStackMapIsRefused() throws IOException {
        compile("Refused", AWAITING);
        change(bytes -> with(bytes, 7, 50));
        assertRefused(DiagnosticKind.UnsupportedClassFile, "Refused.m:5");
    }

    @Test
    void aSubroutineIsRefused() throws IOException {
        compile("Refused", AWAITING);
        change(bytes -> {
            byte[] push = {0x11, 0x30, 0x39}; // sipush 12345
            byte[] call = {(byte) 0xa8, 0, 3}; // jsr to the next instruction
            return String.join(latin(call), latin(bytes).split(latin(push), -1)).getBytes(ISO_8859_1);
        });
        assertRefused(DiagnosticKind.UnsupportedClassFile, "Refused.m:5");
    }

    @Test
    void typesThatAreNowhereDoNotMatter() throws IOException {
        compile("Thing", "class Thing { Thing next() { return this; } }");
        compile("User", """
                import static dev.reprise.Async.*;
                class User {
                    @dev.reprise.Coroutine
                    static dev.reprise.Async<Thing> m(Thing thing) {
                        Thing next = thing.next();
                        await(done());
                        return of(next.next());
                    }
                }
                """);
        Files.delete(directory.resolve("Thing.class"));
        assertThat(directory(directory).weave()).isEqualTo(new ClassDirectory.Result(1, List.of()));
    }

    @Test
    void aDirectoryThatIsNotThereHasNoCoroutines() throws IOException {
        assertThat(directory(directory.resolve("none")).weave().woven()).isZero();
    }

    @Test
    void whatIsClosedIsLookedUpOnTheClassPath() throws IOException {
        compile("Refused", """
                import static dev.reprise.Async.*;
                class Refused {
                    @dev.reprise.Coroutine
                    static dev.reprise.Async<String> m(dev.reprise.io.Connection c) { c.close(); return of("closed"); }
                }
                """);
        byte[] before = Files.readAllBytes(directory.resolve("Refused.class"));
        assertThat(new ClassDirectory(directory, name -> Optional.empty())
                        .weave()
                        .problems())
                .extracting(Diagnostic::message)
                .singleElement(STRING)
                .contains("[MissingClass]", "Refused.m", "dev.reprise.io.Connection");
        assertThat(directory.resolve("Refused.class")).hasBinaryContent(before);

        assertThat(directory(directory).weave().problems()).isEmpty();
        assertThat(Files.readString(directory.resolve("Refused.class"), ISO_8859_1))
                .contains("closeAsync");
    }

    private static ClassDirectory directory(Path root) {
        return new ClassDirectory(root, new ClassPath(ClassDirectoryTest.class.getClassLoader()));
    }

    /** One problem is named, and the file stays as it was. */
    private void assertRefused(DiagnosticKind kind, String position) throws IOException {
        byte[] before = Files.readAllBytes(directory.resolve("Refused.class"));
        assertThat(directory(directory).weave().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.position()).hasToString(position);
        });
        assertThat(directory.resolve("Refused.class")).hasBinaryContent(before);
        assertThat(directory).isDirectoryNotContaining("glob:**Frame.class");
    }

    private void change(UnaryOperator<byte[]> change) throws IOException {
        Path file = directory.resolve("Refused.class");
        Files.write(file, change.apply(Files.readAllBytes(file)));
    }

    private static byte[] with(byte[] bytes, int index, int value) {
        bytes[index] = (byte) value;
        return bytes;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private void compile(String name, String source) throws IOException {
        Path file = Files.writeString(directory.resolve(name + ".java"), source);
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + directory,
                        "-Xplugin:Reprise off",
                        "-d",
                        directory.toString(),
                        file.toString());
        assertThat(exit).isZero();
    }
}
