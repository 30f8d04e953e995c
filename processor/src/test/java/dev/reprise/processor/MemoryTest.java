package dev.reprise.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations whose class files never reach a disk. */
class MemoryTest {
    private static final String SOURCE = """
            import dev.reprise.Coroutine;
            import dev.reprise.Generator;

            class Numbers {
                @Coroutine
                static Iterable<Integer> one() {
                    Generator.yield(1);
                    return Generator.end();
                }
            }
            """;

    @Test
    void classFilesThatAFileManagerKeepsAreReplaced() {
        Compilation compilation = javac().withOptions("-Xlint:all", "-Werror")
                .withProcessors(new CoroutineProcessor())
                .compile(JavaFileObjects.forSourceString("Numbers", SOURCE));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.generatedFiles())
                .extracting(JavaFileObject::getName)
                .containsExactlyInAnyOrder("/CLASS_OUTPUT/Numbers.class", "/CLASS_OUTPUT/Numbers$one$Frame.class");
    }

    @Test
    void classFilesThatCannotBeReadBackAreAnError(@TempDir Path root) {
        Javac javac = new Javac(root);

        Javac.Result result = javac.compileWith(Sink::new, javac.source("Numbers.java", SOURCE))
                .failed();

        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0))
                .startsWith("Numbers.java:4: [ClassFilesUnreachable] Numbers holds coroutines, but javac's output");
    }

    /** As IntelliJ's build does it: class files stay in memory on their way to another process, and asking for one gives an empty object. */
    @Test
    void classFilesThatComeBackEmptyAreAnError(@TempDir Path root) {
        Javac javac = new Javac(root);

        Javac.Result result = javac.compileWith(Forgetting::new, javac.source("Numbers.java", SOURCE))
                .failed();

        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0))
                .startsWith("Numbers.java:4: [ClassFilesUnreachable] ")
                .contains("IntelliJ", "-Xplugin:\"Reprise off\"");
    }

    private static final class Forgetting extends ForwardingJavaFileManager<JavaFileManager> {
        Forgetting(StandardJavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new Content(className);
        }

        @Override
        public FileObject getFileForOutput(Location location, String packageName, String name, FileObject sibling) {
            return new Content(name);
        }
    }

    private static final class Content extends SimpleJavaFileObject {
        Content(String name) {
            super(URI.create("memory:///" + name), Kind.CLASS);
        }

        @Override
        public InputStream openInputStream() throws FileNotFoundException {
            throw new FileNotFoundException(getName());
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream();
        }
    }

    /** A file manager that takes class files where nobody can find them again. */
    private static final class Sink extends ForwardingJavaFileManager<JavaFileManager> {
        Sink(StandardJavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("sink:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream();
                }
            };
        }
    }
}
