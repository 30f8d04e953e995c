package dev.reprise.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file descriptors of this process. */
final class Descriptors {

    private static final Path FOLDER = Path.of("/dev/fd");

    private Descriptors() {}

    /** How many are open. Skips the test on a system that does not say. */
    static long open() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "this system does not list the descriptors of a process");
        try (Stream<Path> open = Files.list(FOLDER)) {
            return open.count();
        }
    }
}
