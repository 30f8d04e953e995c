package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole builds with the packaged jars: each folder of {@code projects} does what its {@code steps.txt} says. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the steps are written with Unix path separators")
class ProjectsIT {

    private static final Path PROJECTS = Path.of("projects");
    private static final Path SHARED = Path.of("shared");

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> projects() throws IOException {
        try (Stream<Path> projects = Files.list(PROJECTS)) {
            String only = System.getProperty("project", "");
            return projects.filter(project -> project.toString().contains(only)).sorted().toList().stream()
                    .map(project -> dynamicTest(project.getFileName().toString(), () -> build(project)));
        }
    }

    @Test
    void theJarsAreThePackagedOnes() {
        assertThat(List.of(Artifacts.runtime(), processor()))
                .allSatisfy(jar -> assertThat(jar)
                        .as("run this with mvn verify: before that there are no jars")
                        .isRegularFile()
                        .hasExtension("jar"));
    }

    @Test
    void theJarTellsGradleHowToBuildIncrementally() throws IOException {
        try (JarFile jar = new JarFile(processor().toFile())) {
            assertThat(text(jar, "META-INF/gradle/incremental.annotation.processors"))
                    .isEqualTo(text(jar, "META-INF/services/javax.annotation.processing.Processor") + ",isolating");
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getJarEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void build(Path project) throws IOException, InterruptedException {
        ProjectSteps steps = ProjectSteps.read(project.resolve("steps.txt"));
        Assumptions.assumeTrue(
                steps.workWith(Runtime.version().feature()),
                () -> project + " is not for JDK " + Runtime.version().feature());
        Path copy = folder.resolve(project.getFileName());
        FileTree.copy(project, copy);
        for (String source : steps.shared()) {
            Files.copy(SHARED.resolve(source), copy.resolve(source));
        }
        Path settings = folder.resolve("maven");
        for (String maven : steps.mavens()) {
            Assumptions.assumeTrue(
                    ForkedTool.maven(maven).isPresent(),
                    () -> project + " needs a system property with the home of " + maven + ", which mvn verify sets");
            MavenRepository.create(settings);
        }
        new ProjectBuild(copy, settings).run(steps);
    }

    private static Path processor() {
        return Artifacts.processorPath().get(0);
    }
}
