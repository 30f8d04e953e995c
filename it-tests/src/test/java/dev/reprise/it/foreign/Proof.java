package dev.reprise.it.foreign;

import dev.reprise.Async;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Weaves a library, runs its tests with the plain and with the woven jar, and compares. */
final class Proof {

    /** Time after which a run is taken to hang, in minutes. */
    private static final int PATIENCE = Integer.getInteger("foreign.minutes", 30);

    /** Whether results of an earlier run with the plain jar will do, for the description of the library is the same. */
    private static final boolean KEEP_PLAIN = Boolean.getBoolean("foreign.keep-plain");

    /** The deprecated -Xverify:all, spelled out. */
    private static final List<String> VERIFY_ALL = List.of(
            "-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal", "-XX:+BytecodeVerificationRemote");

    final Library library;
    final Census census;
    final Results plain;
    final Results woven;

    /** Woven classes that could not be linked, though the plain ones could. */
    final Map<String, String> unlinked = new TreeMap<>();

    /** Tests that ended otherwise, those with a known reason left out. */
    final Map<String, String> differences = new TreeMap<>();

    /** Tests that ended otherwise for a known reason. */
    final Map<String, String> explained = new TreeMap<>();

    private Proof(Library library, Census census, Results plain, Results woven) {
        this.library = library;
        this.census = census;
        this.plain = plain;
        this.woven = woven;
        unlinked.putAll(woven.unlinked());
        unlinked.keySet().removeAll(plain.unlinked().keySet());
        compare();
    }

    boolean holds() {
        return unlinked.isEmpty() && differences.isEmpty();
    }

    static Proof of(Library library) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Library.FOLDER.resolve("out").resolve(library.name()));
        Path jar = folder.resolve("woven.jar");
        List<Path> classPath = new ArrayList<>(library.classPath());
        classPath.add(library.weave());
        try (Weaving weaving = new Weaving(library.plain(), classPath)) {
            weaving.weave(library.weave(), jar);
            Results plain = run(library, library.weave(), weaving.plainNames, folder.resolve("plain"));
            Results woven = run(library, jar, weaving.wovenNames, folder.resolve("woven"));
            return new Proof(library, weaving.census, plain, woven);
        }
    }

    private static Results run(Library library, Path jar, List<String> classes, Path output)
            throws IOException, InterruptedException {
        Path directory = Files.createDirectories(output.resolveSibling(output.getFileName() + ".dir"));
        Path tests = directory.resolve("src/test/resources");
        unpack(library.tests(), tests);
        List<Path> classPath = new ArrayList<>(List.of(jar, tests));
        classPath.addAll(library.classPath());
        classPath.add(location(Async.class));
        classPath.add(location(TestRun.class));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(VERIFY_ALL);
        command.addAll(library.java());
        command.addAll(List.of(
                "-cp",
                classPath.stream()
                        .map(path -> path.toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator))));
        if (Boolean.getBoolean("foreign.traces")) {
            command.add("-Dforeign.traces=true");
        }
        Path results =
                output.resolveSibling(output.getFileName() + ".results.txt").toAbsolutePath();
        if (output.endsWith("plain") && KEEP_PLAIN && Files.exists(results)) {
            return Results.read(results);
        }
        Files.deleteIfExists(results);
        command.addAll(List.of(
                TestRun.class.getName(),
                results.toString(),
                Files.write(output.resolveSibling(output.getFileName() + ".classes.txt"), classes)
                        .toAbsolutePath()
                        .toString(),
                tests.toAbsolutePath().toString(),
                any(library.include()),
                any(library.exclude()),
                any(library.skip().keySet())));
        Path log = output.resolveSibling(output.getFileName() + ".log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the tests have not ended after " + PATIENCE + " min, see " + log);
        }
        if (process.exitValue() != 0 || !Files.exists(results)) {
            throw new AssertionError("the process of the tests ended with " + process.exitValue() + ", see " + log);
        }
        return Results.read(results);
    }

    /** The tests look for their files in the folder they had at home. */
    private static void unpack(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (!entry.isDirectory()) {
                    Path target = folder.resolve(entry.getName());
                    Files.createDirectories(target.getParent());
                    Files.copy(file.getInputStream(entry), target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static String any(Collection<String> expressions) {
        return expressions.isEmpty() ? "nothing" : String.join("|", expressions);
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private void compare() {
        TreeSet<String> ids = new TreeSet<>(plain.tests().keySet());
        ids.addAll(woven.tests().keySet());
        for (String id : ids) {
            String expected = plain.tests().getOrDefault(id, "not run");
            String seen = woven.tests().getOrDefault(id, "not run");
            if (expected.equals(seen)) {
                continue;
            }
            String both = "plain: " + expected + "\n    woven: " + seen;
            library.differs().entrySet().stream()
                    .filter(known -> id.matches(known.getKey()))
                    .findFirst()
                    .ifPresentOrElse(known -> explained.put(id, known.getValue()), () -> differences.put(id, both));
        }
    }

    String report() {
        StringBuilder text = new StringBuilder("== " + library.weave().getFileName() + "\n");
        text.append(
                "%d classes (%d with coroutines, %d frame classes), %d methods (%d woven), %d suspension points and %d awaits of another method, %d -> %d bytes\n"
                        .formatted(
                                census.classes,
                                census.wovenClasses,
                                census.frames,
                                census.methods,
                                census.wovenMethods,
                                census.points,
                                census.awaits,
                                census.plainBytes,
                                census.wovenBytes));
        census.left.forEach((reason, count) -> text.append("  %6d %s\n".formatted(count, reason.reason())));
        census.hazards.forEach((hazard, count) -> text.append("  %6d %s\n".formatted(count, hazard.description())));
        census.refused.forEach((method, why) -> text.append("  refused " + method + ": " + why + "\n"));
        text.append("plain: " + counts(plain) + "\n");
        text.append("woven: " + counts(woven) + ", " + woven.suspensions() + " suspensions\n");
        plain.unlinked().forEach((name, error) -> text.append("  not linked, plain: " + name + ": " + error + "\n"));
        unlinked.forEach((name, error) -> text.append("  not linked, woven: " + name + ": " + error + "\n"));
        text.append(differences.size() + " differences, " + explained.size() + " explained\n");
        explained.forEach((id, why) -> text.append("  " + id + "\n    because " + why + "\n"));
        differences.forEach((id, both) -> text.append("  " + id + "\n    " + both + "\n"));
        return text.toString();
    }

    private static String counts(Results results) {
        return "%d tests: %d successful, %d failed, %d skipped or aborted; %d ms"
                .formatted(
                        results.tests().size(),
                        results.count("successful"),
                        results.count("failed"),
                        results.count("skipped") + results.count("aborted"),
                        results.milliseconds());
    }
}
