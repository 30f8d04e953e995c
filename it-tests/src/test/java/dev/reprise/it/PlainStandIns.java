package dev.reprise.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes under {@code src/test/plain}, which take the place of the library's in runs without coroutines. */
final class PlainStandIns {

    private PlainStandIns() {}

    /** Compiles them and returns the folder. */
    static Path compileTo(Path output) {
        try (Stream<Path> files = Files.walk(Path.of("src/test/plain"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Javac.Compilation compilation = Javac.withoutProcessor().compile(output, sources, List.of("-Xlint:none"));
            if (!compilation.success()) {
                throw new AssertionError(compilation.report());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
