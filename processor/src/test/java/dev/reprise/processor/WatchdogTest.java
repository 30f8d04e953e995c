package dev.reprise.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
    private static final String COROUTINE = """
            package demo;

            import dev.reprise.Async;
            import dev.reprise.Coroutine;

            class Demo {
                @Coroutine
                Async<Void> run() {
                    Async.await(Async.done());
                    return Async.done();
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void reportsCoroutinesWhereNoProcessorRuns() {
        Javac javac = new Javac(root).with("-proc:none");

        Javac.Result result =
                javac.compile(javac.source("demo/Demo.java", COROUTINE)).failed();

        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0))
                .startsWith("Demo.java:6: [ProcessorNotRunning] demo.Demo holds coroutines, but the Reprise processor");
        assertThat(javac.output("demo/Demo.class")).doesNotExist();
    }

    @Test
    void reportsCoroutinesThatStandInALambda() {
        Javac javac = new Javac(root).with("-proc:none");
        Path source = javac.source("Demo.java", """
                import dev.reprise.Async;
                import java.util.function.Supplier;

                class Demo {
                    Supplier<Async<Void>> later = () -> {
                        Async.await(Async.done());
                        return Async.done();
                    };
                }
                """);

        assertThat(javac.compile(source).failed().messages()).hasSize(1);
    }

    @Test
    void reportsCoroutinesAfterAProcessorThatClaimsEveryAnnotation() {
        Javac javac = new Javac(root)
                .with("-processorpath", Javac.processorPath() + java.io.File.pathSeparator + ownClasses())
                .with("-processor", Claimant.class.getName() + "," + CoroutineProcessor.class.getName())
                .withoutProcessorPath();

        Javac.Result result =
                javac.compile(javac.source("demo/Demo.java", COROUTINE)).failed();

        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0)).contains("[ProcessorNotRunning]");
    }

    @Test
    void reportsCoroutinesWhereTheProcessorIsOnTheClassPathAndJavacDoesNotLookThere() {
        assumeTrue(Runtime.version().feature() >= 23, "javac runs processors of the class path before 23");
        Javac javac = new Javac(root).withoutProcessorPath();

        Javac.Result result =
                javac.compile(javac.source("demo/Demo.java", COROUTINE)).failed();

        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0)).contains("[ProcessorNotRunning]");
    }

    @Test
    void canBeSwitchedOffForABuildThatWeavesLater() {
        Javac javac = new Javac(root).with("-proc:none", "-Xplugin:Reprise off");

        javac.compile(javac.source("demo/Demo.java", COROUTINE)).succeeded();

        assertThat(javac.classes("demo")).containsExactly("Demo.class");
    }

    @Test
    void saysNothingOfClassesWithoutCoroutines() {
        Javac javac = new Javac(root).with("-proc:none");

        javac.compile(javac.source("Plain.java", "class Plain { dev.reprise.Async<Void> task; }"))
                .succeeded();
    }

    @Test
    void saysNothingWhereTheProcessorRuns() {
        Javac javac = new Javac(root);

        javac.compile(javac.source("demo/Demo.java", COROUTINE)).succeeded();

        assertThat(javac.classes("demo")).containsExactly("Demo$run$Frame.class", "Demo.class");
    }

    @Test
    void saysNothingWhereAnErrorKeptTheProcessorFromRunning() {
        Javac javac = new Javac(root);

        Javac.Result result = javac.compile(javac.source(
                        "demo/Demo.java", COROUTINE.replace("class Demo {", "class Demo { Missing missing;")))
                .failed();

        assertThat(result.messages()).hasSize(1);
        assertThat(result.messages().get(0)).contains("cannot find symbol");
    }

    private static String ownClasses() {
        try {
            return Path.of(Claimant.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** A processor that leaves no annotation for others. */
    @SupportedAnnotationTypes("*")
    public static final class Claimant extends AbstractProcessor {
        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return true;
        }
    }
}
