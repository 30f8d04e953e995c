package dev.reprise.it.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@link TestRun} has written down.
 *
 * @param unlinked classes that could not be linked, with the error
 * @param tests how each test ended, by its id
 */
record Results(Map<String, String> unlinked, Map<String, String> tests, long suspensions, long milliseconds) {

    static Results read(Path file) throws IOException {
        Map<String, String> unlinked = new TreeMap<>();
        Map<String, String> tests = new TreeMap<>();
        Map<String, Long> numbers = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t", 3);
            switch (columns[0]) {
                case "unlinked" -> unlinked.put(columns[1], columns[2]);
                case "test" -> tests.put(columns[1], withoutIdentity(columns[2]));
                default -> numbers.put(columns[0], Long.valueOf(columns[1]));
            }
        }
        return new Results(unlinked, tests, numbers.get("suspensions"), numbers.get("milliseconds"));
    }

    /** Identity hash codes differ from run to run. */
    private static String withoutIdentity(String text) {
        return text.replaceAll("@[0-9a-f]{5,8}\\b", "@…");
    }

    long count(String beginning) {
        return tests.values().stream()
                .filter(outcome -> outcome.startsWith(beginning))
                .count();
    }
}
