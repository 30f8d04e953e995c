package dev.reprise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String GREETER = """
            package shop;

            import static dev.reprise.Async.*;

            import dev.reprise.*;

            public class Greeter {
                @Coroutine
                static Async<String> greet() {
                    return of("hello " + await(of("you")));
                }
            }
            """;

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path classes;

    @BeforeEach
    void compile() {
        Javac javac = new Javac(root).with("-proc:none", "-Xplugin:Reprise off");
        javac.compile(javac.source("shop/Greeter.java", GREETER)).succeeded();
        classes = javac.output("");
    }

    @Test
    void aDirectoryIsCompiledOnce() throws IOException {
        assertThat(run(classes.toString())).isEqualTo(CommandLine.OK);
        assertThat(said(out)).isEqualTo("Coroutines compiled in 1 classes of " + classes + "\n");
        assertThat(classes.resolve("shop/Greeter$greet$Frame.class")).exists();
        byte[] woven = Files.readAllBytes(classes.resolve("shop/Greeter.class"));

        assertThat(run(classes.toString())).isEqualTo(CommandLine.OK);
        assertThat(said(out)).isEqualTo("Coroutines compiled in 0 classes of " + classes + "\n");
        assertThat(classes.resolve("shop/Greeter.class")).hasBinaryContent(woven);
    }

    @Test
    void aJarIsCompiledInPlaceWithItsVersions() throws IOException {
        Path jar = jar("META-INF/versions/21/", "");

        assertThat(run(jar.toString())).isEqualTo(CommandLine.OK);

        assertThat(said(out)).isEqualTo("Coroutines compiled in 2 classes of " + jar + "\n");
        assertThat(entries(jar))
                .contains("shop/Greeter$greet$Frame.class", "META-INF/versions/21/shop/Greeter$greet$Frame.class");
        byte[] woven = Files.readAllBytes(jar);
        run(jar.toString());
        assertThat(said(out)).isEqualTo("Coroutines compiled in 0 classes of " + jar + "\n");
        assertThat(jar).hasBinaryContent(woven);
        assertThat(root).isDirectoryNotContaining("glob:**.woven");
    }

    @Test
    void aSignedJarIsRefused() throws IOException {
        Path jar = jar("");
        try (JarOutputStream signed = new JarOutputStream(Files.newOutputStream(jar))) {
            add(signed, "META-INF/SHOP.SF", new byte[0]);
            add(signed, "shop/Greeter.class", Files.readAllBytes(classes.resolve("shop/Greeter.class")));
        }
        byte[] before = Files.readAllBytes(jar);

        assertThat(run(jar.toString())).isEqualTo(CommandLine.REFUSED);

        assertThat(said(err)).contains("shop.jar is signed", "weave it before it is signed");
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void whatCannotBeCompiledIsNamedAndAJarStaysAsItWas() throws IOException {
        Javac javac = new Javac(root).with("-proc:none", "-Xplugin:Reprise off");
        javac.compile(javac.source("shop/Held.java", """
                        package shop;
                        import static dev.reprise.Async.*;
                        import dev.reprise.*;
                        class Held {
                            @Coroutine
                            static Async<String> m() {
                                synchronized (Held.class) { return of(await(of("x"))); }
                            }
                        }
                        """)).succeeded();
        Path jar = jar("");
        byte[] before = Files.readAllBytes(jar);

        assertThat(run(jar.toString())).isEqualTo(CommandLine.REFUSED);

        assertThat(said(err)).startsWith("shop.Held.m:7: error: [AwaitInSynchronized] ");
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void aMissingClassIsLookedForOnTheClassPath() throws IOException {
        Javac javac = new Javac(root).with("-proc:none", "-Xplugin:Reprise off");
        javac.compile(javac.source("shop/Closing.java", """
                        package shop;
                        import static dev.reprise.Async.*;
                        import dev.reprise.*;
                        class Closing {
                            @Coroutine
                            static Async<String> m(dev.reprise.io.Connection c) { c.close(); return of("closed"); }
                        }
                        """)).succeeded();

        assertThat(run(classes.toString())).isEqualTo(CommandLine.REFUSED);
        assertThat(said(err)).contains("[MissingClass]", "dev.reprise.io.Connection");

        assertThat(run("-cp", System.getProperty("java.class.path"), classes.toString()))
                .isEqualTo(CommandLine.OK);
    }

    @Test
    void aFileThatIsNoJarIsRefused() {
        Path file = classes.resolve("shop/Greeter.class");

        assertThat(run(file.toString())).isEqualTo(CommandLine.REFUSED);

        assertThat(said(err)).startsWith("error: " + file + " is neither a directory nor a jar. ");
    }

    @Test
    void aWrongCommandIsExplained() {
        assertThat(run()).isEqualTo(CommandLine.MISUSED);
        assertThat(said(err)).startsWith("There is nothing to compile.\nUsage: ");
        assertThat(run("--clas-path", "a", "b")).isEqualTo(CommandLine.MISUSED);
        assertThat(said(err)).startsWith("There is no option --clas-path like this.\nUsage: ");
        assertThat(run(root.resolve("none").toString())).isEqualTo(CommandLine.MISUSED);
        assertThat(said(err)).startsWith("There is no " + root.resolve("none") + ".\nUsage: ");
        assertThat(run("--help")).isEqualTo(CommandLine.OK);
        assertThat(said(err)).startsWith("Usage: ");
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return new CommandLine(stream(out), stream(err)).run(args);
    }

    private static PrintStream stream(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** All class files, once below each of the folders. */
    private Path jar(String... folders) throws IOException {
        Path jar = root.resolve("shop.jar");
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes.resolve("shop"))) {
            for (Path file : files.sorted().toList()) {
                for (String folder : folders) {
                    add(entries, folder + "shop/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        return jar;
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getName).toList();
        }
    }
}
