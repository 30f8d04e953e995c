package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file descriptors of this process. */
final class Descriptors {

    private static final Path FOLDER = Path.of("/dev/fd");

    private Descriptors() {}

    /** How many are open, those of files left out if that can be seen. Skips the test on a system that does not say. */
    static long open() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "this system does not list the descriptors of a process");
        try (Stream<Path> open = Files.list(FOLDER)) {
            return open.filter(each -> !isFile(each)).count();
        }
    }

    /** A class loader opens jars whenever it needs them. */
    private static boolean isFile(Path descriptor) {
        try {
            return Files.isSymbolicLink(descriptor)
                    && Files.readSymbolicLink(descriptor).isAbsolute();
        } catch (IOException closedMeanwhile) {
            return true;
        }
    }

    /** What may leave descriptors open. */
    interface Trial {
        void run() throws IOException;
    }

    /**
     * Makes sure that a trial has left none open. One that seems to have done so is run again: a leak repeats, and what another
     * thread has opened in the same moment does not.
     *
     * @param before how many were open before the trial
     * @return how many are open
     */
    static long checkNoneLeft(long before, String what, Trial trial) throws IOException {
        long after = open();
        if (after > before) {
            trial.run();
            assertThat(open()).as("descriptors, " + what).isLessThanOrEqualTo(after);
        }
        return after;
    }
}
