package dev.reprise.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A text that was looked at once and is to stay as it is.
 *
 * @param file where it is kept
 * @param isUpdated whether the file is rewritten instead of compared
 */
record Golden(Path file, boolean isUpdated) {

    /** Compared, unless the tests run with {@code -Dgolden.update=true}. */
    static Golden of(Path file) {
        return new Golden(file, Boolean.getBoolean("golden.update"));
    }

    /** @throws AssertionError if {@code text} is another than the one kept; it says which lines changed */
    void check(List<String> text) throws IOException {
        if (isUpdated) {
            Files.write(file, text);
            return;
        }
        if (!Files.exists(file)) {
            throw new AssertionError(file + " is not there; make it with -Dgolden.update=true and read it");
        }
        List<String> differences = Differences.between(Files.readAllLines(file), text);
        if (!differences.isEmpty()) {
            throw new AssertionError(file + " has changed (- as kept, + as it is); if that is meant, rewrite it with"
                    + " -Dgolden.update=true and review the change:\n" + String.join("\n", differences));
        }
    }
}
