package dev.reprise.it.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A published library and how its tests are run, from {@code it-tests/foreign/<name>.txt}. Each line of that file is a
 * key and a value:
 *
 * <ul>
 *   <li>{@code weave}, {@code tests}: name of the jar that is woven, and of the one with its tests
 *   <li>{@code include}, {@code exclude}: regular expressions for names of test classes
 *   <li>{@code slow}: regular expression for names of test classes that are left out where time is short
 *   <li>{@code java}: an argument for the JVM that runs the tests
 *   <li>{@code skip}: regular expression for the ids of tests that are run with neither jar, {@code |}, and why
 *   <li>{@code differs}: regular expression for the ids of tests that may differ, {@code |}, and why they must
 *   <li>{@code plain}: a method {@code a.b.C.m} that is left as it is, {@code |}, and why
 * </ul>
 *
 * The bar in front of a reason stands between spaces; a bar without them is part of the expression.
 */
record Library(
        String name,
        Path weave,
        Path tests,
        List<Path> classPath,
        List<String> include,
        List<String> exclude,
        List<String> slow,
        List<String> java,
        Map<String, String> skip,
        Map<String, String> differs,
        Map<String, String> plain) {

    /** Where Maven has put the jars, and where runs put what they make. */
    static final Path FOLDER = Path.of("target", "foreign");

    static Library named(String name) throws IOException {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("foreign", name + ".txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.strip().split("\\s+", 2);
                lines.computeIfAbsent(words[0], key -> new ArrayList<>()).add(words[1]);
            }
        }
        List<Path> jars = new ArrayList<>(jars(FOLDER.resolve("jars")));
        Path weave = jar(jars, lines.get("weave").get(0));
        Path tests = jar(jars, lines.get("tests").get(0));
        jars.remove(weave);
        jars.removeIf(jar -> jar.toString().endsWith("-tests.jar"));
        return new Library(
                name,
                weave,
                tests,
                jars,
                lines.getOrDefault("include", List.of(".*")),
                lines.getOrDefault("exclude", List.of()),
                lines.getOrDefault("slow", List.of()),
                lines.getOrDefault("java", List.of()),
                reasons(lines.getOrDefault("skip", List.of())),
                reasons(lines.getOrDefault("differs", List.of())),
                reasons(lines.getOrDefault("plain", List.of())));
    }

    /** The same with the quick ones of its tests. */
    Library quick() {
        List<String> more = new ArrayList<>(exclude);
        more.addAll(slow);
        return new Library(name, weave, tests, classPath, include, more, List.of(), java, skip, differs, plain);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Path jar(List<Path> jars, String name) {
        return jars.stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no " + name + " in " + jars + ": build with -Pforeign, which fetches it"));
    }

    static Map<String, String> reasons(List<String> lines) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split("\\s+\\|\\s+", 2);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("nothing is left out without a reason: " + line);
            }
            reasons.put(parts[0].strip(), parts[1]);
        }
        return reasons;
    }
}
