package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The classes by which Gradle calls javac, with each kind of annotation processor it knows. They are called by reflection in the
 * way Gradle's own code does it; no Gradle build runs. The profile {@code gradle} fetches them.
 */
class GradleTest {

    private static final Path GRADLE = Path.of("target", "gradle", "gradle-api.jar");

    private static final String COMPILE = "org.gradle.api.internal.tasks.compile.";

    @TempDir
    Path folder;

    @BeforeAll
    static void gradleIsThere() {
        Assumptions.assumeTrue(Files.exists(GRADLE), "Gradle's classes are there with -Pgradle only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISOLATING", "AGGREGATING", "DYNAMIC", "UNKNOWN"})
    void coroutinesAreCompiled(String kind) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        try (URLClassLoader gradle =
                new URLClassLoader(new URL[] {GRADLE.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Object result = gradle.loadClass(COMPILE + "incremental.processing.AnnotationProcessingResult")
                    .getConstructor()
                    .newInstance();

            assertThat(task(gradle, kind, result, classes).call()).isTrue();

            Object cause = result.getClass().getMethod("getFullRebuildCause").invoke(result);
            if (List.of("ISOLATING", "AGGREGATING").contains(kind)) {
                assertThat(cause)
                        .as("why Gradle would compile everything again")
                        .isNull();
            }
        }
        assertThat(classes.resolve("Greetings$greet$Frame.class")).exists();
        try (ProgramLoader loader = new ProgramLoader(List.of(classes))) {
            loader.verify("Greetings");
        }
    }

    private static JavaCompiler.CompilationTask task(ClassLoader gradle, String kind, Object result, Path classes)
            throws Exception {
        List<File> processorPath =
                Artifacts.processorPath().stream().map(Path::toFile).toList();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        JavaCompiler.CompilationTask plain = javac.getTask(
                null,
                gradlesFiles(gradle, files, processorPath),
                null,
                List.of(
                        "-d", classes.toString(),
                        "-classpath", Artifacts.runtime().toString(),
                        "-processorpath", Javac.join(Artifacts.processorPath())),
                null,
                files.getJavaFileObjects(Path.of("shared", "Greetings.java")));
        Constructor<?> constructor =
                gradle.loadClass(COMPILE + "AnnotationProcessingCompileTask").getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Set<Object> processors = Set.of(declaration(gradle, kind));
        return (JavaCompiler.CompilationTask) constructor.newInstance(plain, processors, processorPath, result);
    }

    private static JavaFileManager gradlesFiles(
            ClassLoader gradle, StandardJavaFileManager files, List<File> processorPath) throws Exception {
        Class<?> classPath = gradle.loadClass("org.gradle.internal.classpath.ClassPath");
        Object path = gradle.loadClass("org.gradle.internal.classpath.DefaultClassPath")
                .getMethod("of", Iterable.class)
                .invoke(null, processorPath);
        Method wrap = gradle.loadClass(COMPILE + "reflect.GradleStandardJavaFileManager")
                .getMethod("wrap", StandardJavaFileManager.class, classPath, boolean.class);
        return (JavaFileManager) wrap.invoke(null, files, path, false);
    }

    private static Object declaration(ClassLoader gradle, String kind) throws Exception {
        Class<?> type = gradle.loadClass(COMPILE + "incremental.processing.IncrementalAnnotationProcessorType");
        return gradle.loadClass(COMPILE + "processing.AnnotationProcessorDeclaration")
                .getConstructor(String.class, type)
                .newInstance(
                        "dev.reprise.processor.CoroutineProcessor",
                        type.getMethod("valueOf", String.class).invoke(null, kind));
    }
}
