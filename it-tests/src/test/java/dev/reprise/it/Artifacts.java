package dev.reprise.it;

import dev.reprise.Coroutine;
import dev.reprise.it.program.Turns;
import dev.reprise.junit.CoroutineTests;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where this build's own products lie: folders of classes under {@code mvn test}, jars under {@code mvn verify}. */
final class Artifacts {

    private Artifacts() {}

    /** The library that users ship. */
    static Path runtime() {
        return locationOf(Coroutine.class);
    }

    /** What programs of this module may use besides it. */
    static Path programSupport() {
        return locationOf(Turns.class);
    }

    /** What tests of users compile against: the library, its module for JUnit, and JUnit. */
    static List<Path> testPath() {
        List<Path> path = new ArrayList<>(List.of(runtime(), locationOf(CoroutineTests.class)));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry ->
                        entry.getFileName().toString().matches("(junit|opentest4j|apiguardian|jspecify).*\\.jar"))
                .forEach(path::add);
        return path;
    }

    /** The processor path of a user: the shaded jar, or before there is one the classes and what they need. */
    static List<Path> processorPath() {
        Path processor = locationOf(DiagnosticKind.class);
        List<Path> path = new ArrayList<>(List.of(processor));
        if (Files.isDirectory(processor)) {
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(entry -> entry.getFileName().toString().matches("(asm|javapoet).*\\.jar"))
                    .forEach(path::add);
        }
        return path;
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
