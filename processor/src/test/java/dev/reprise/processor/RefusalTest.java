package dev.reprise.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.compiler.Supertypes;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What javac says when the bytecode compiler cannot do its work. */
class RefusalTest {
    private static final String TEXT = """
            package demo;

            import dev.reprise.Async;
            import dev.reprise.Coroutine;

            class Demo {
                @Coroutine
                Async<Void> first() {
                    Async.await(Async.done());
                    return Async.done();
                }

                @Coroutine
                Async<Void> second() {
                    if (hashCode() == 1)
                        Async.await(Async.done());
                    return Async.done();
                }
            }
            """;
    private static final JavaFileObject SOURCE = JavaFileObjects.forSourceString("demo.Demo", TEXT);

    @Test
    void aRefusalPointsToTheSuspensionOnItsLine() {
        assertThat(refuse(new ClassFilePosition("demo/Demo", "second", 16)))
                .hadErrorContaining("[AwaitInSynchronized] await(...) cannot suspend here")
                .inFile(SOURCE)
                .onLine(16)
                .atColumn(18);
    }

    @Test
    void aRefusalPointsToTheMethodAroundItsLine() {
        assertThat(refuse(new ClassFilePosition("demo/Demo", "first", 10)))
                .hadErrorContaining("[AwaitInSynchronized]")
                .inFile(SOURCE)
                .onLine(8);
    }

    @Test
    void aRefusalWithoutALinePointsToTheMethodOfItsName() {
        assertThat(refuse(new ClassFilePosition("demo/Demo", "second", ClassFilePosition.NO_LINE)))
                .hadErrorContaining("[AwaitInSynchronized]")
                .inFile(SOURCE)
                .onLine(14);
    }

    @Test
    void aRefusalOfTheClassPointsToTheClass() {
        assertThat(refuse(ClassFilePosition.ofClass("demo/Demo")))
                .hadErrorContaining("[AwaitInSynchronized]")
                .inFile(SOURCE)
                .onLine(6);
    }

    @Test
    void anUnexpectedExceptionIsAnErrorThatNamesTheClassAndShowsItsTrace() {
        Compilation compilation = compile((input, supertypes) -> {
            throw new IllegalStateException("in second(), instruction 7");
        });

        assertThat(compilation)
                .hadErrorContaining("[CompilerFailure] The coroutines of demo.Demo could not be compiled:"
                        + " java.lang.IllegalStateException: in second(), instruction 7.")
                .inFile(SOURCE)
                .onLine(6);
        assertThat(compilation).hadErrorContaining("at dev.reprise.processor.RefusalTest");
    }

    @Test
    void aCoroutineThatTheCompilerDoesNotFindIsAnError() {
        assertThat(compile((input, supertypes) -> new Outcome.Unchanged()))
                .hadErrorContaining("[CompilerFailure] The coroutines of demo.Demo could not be compiled:"
                        + " java.lang.AssertionError: the source has a coroutine, and its class file has none.");
    }

    @Test
    void aClassFileThatCannotBeWovenIsRemovedWithItsFrames(@TempDir Path root) {
        Javac javac = new Javac(root);
        Path source = javac.source("demo/Demo.java", TEXT);
        javac.compile(source).succeeded();
        assertThat(javac.classes("demo"))
                .containsExactly("Demo$first$Frame.class", "Demo$second$Frame.class", "Demo.class");

        BiFunction<ClassBytes, Supertypes, Outcome> refusing =
                (input, supertypes) -> refusal(ClassFilePosition.ofClass("demo/Demo"));
        javac.withProcessor(new CoroutineProcessor(refusing)).compile(source).failed();

        assertThat(javac.classes("demo")).isEmpty();
    }

    private static Outcome refusal(ClassFilePosition position) {
        return new Outcome.Refused(List.of(Diagnostic.of(DiagnosticKind.AwaitInSynchronized, position, "await(...)")));
    }

    private static Compilation refuse(ClassFilePosition position) {
        return compile((input, supertypes) -> refusal(position));
    }

    private static Compilation compile(BiFunction<ClassBytes, Supertypes, Outcome> compiler) {
        Compilation compilation =
                javac().withProcessors(new CoroutineProcessor(compiler)).compile(SOURCE);
        assertThat(compilation.errors()).hasSize(1);
        return compilation;
    }
}
