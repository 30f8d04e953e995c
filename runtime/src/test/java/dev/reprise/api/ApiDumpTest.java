package dev.reprise.api;

import static org.assertj.core.api.Assertions.fail;

import dev.reprise.Async;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API changes only on purpose: {@code runtime/api/runtime.api} is what was last agreed on. */
class ApiDumpTest {

    private static final List<String> EXPORTED =
            List.of("dev.reprise", "dev.reprise.frame", "dev.reprise.io", "dev.reprise.sync", "dev.reprise.testing");

    private static final Path AGREED = Path.of("api", "runtime.api");

    @Test
    void theApiIsTheOneThatWasAgreedOn() throws Exception {
        URI classes =
                Async.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        String actual = ApiDump.of(Path.of(classes), EXPORTED);
        if (Boolean.getBoolean("api.accept")) {
            Files.createDirectories(AGREED.getParent());
            Files.writeString(AGREED, actual);
            return;
        }
        String agreed = Files.exists(AGREED) ? Files.readString(AGREED) : "";
        if (!agreed.equals(actual)) {
            fail(
                    "the public API differs from runtime/%s:%n%s%nIf that is intended, accept it with"
                            + " mvn test -pl runtime -Dtest=ApiDumpTest -Dapi.accept=true and commit the file.",
                    AGREED, difference(agreed.lines().toList(), actual.lines().toList()));
        }
    }

    /** The lines that only one side has, each below the type it belongs to. */
    private static String difference(List<String> agreed, List<String> actual) {
        List<String> agreedMembers = qualified(agreed);
        List<String> actualMembers = qualified(actual);
        StringBuilder text = new StringBuilder();
        agreedMembers.stream()
                .filter(line -> !actualMembers.contains(line))
                .forEach(line -> text.append("- ").append(line).append('\n'));
        actualMembers.stream()
                .filter(line -> !agreedMembers.contains(line))
                .forEach(line -> text.append("+ ").append(line).append('\n'));
        return text.toString();
    }

    private static List<String> qualified(List<String> lines) {
        List<String> qualified = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            if (line.startsWith(" ")) {
                qualified.add(type + " | " + line.strip());
            } else if (line.endsWith(" {")) {
                type = line.substring(0, line.length() - 2);
                qualified.add(type);
            }
        }
        return qualified;
    }
}
