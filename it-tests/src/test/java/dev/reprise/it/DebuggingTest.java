package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs under a debugger. A line with {@code // stop method: a=1 b=2 | a=3 b=4} has a breakpoint, which has to be hit
 * in that method, as often as there are parts, with these variables and no others. {@code {busy}} is whether the
 * program's argument makes it suspend: each program runs with and without.
 */
class DebuggingTest {

    private static final Pattern STOP = Pattern.compile("// stop (\\w+):(.*)");

    private static final Path SHOP = Path.of("debugging", "Shop.java");

    private static final int AFTER_AWAIT = 24;

    private static final int END_OF_PRICE = 37;

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> breakpointsAreHitOnceAndShowTheVariables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("debugging"))) {
            return files.sorted().toList().stream()
                    .flatMap(file -> Stream.of("", "busy")
                            .map(argument -> dynamicTest(
                                    (file.getFileName() + " " + argument).strip(), () -> check(file, argument))));
        }
    }

    @Test
    void steppingOverAnAwaitThatDoesNotSuspendGoesToTheNextLine() throws Exception {
        assertThat(DebugSession.start(classPath(SHOP), "Shop", "", Set.of(AFTER_AWAIT))
                        .stepOver(4))
                .containsExactly("Shop.total:21", "Shop.total:22", "Shop.total:23", "Shop.total:24");
    }

    @Test
    void steppingOverAnAwaitThatSuspendsLeavesTheCoroutine() throws Exception {
        List<String> steps = DebugSession.start(classPath(SHOP), "Shop", "busy", Set.of(AFTER_AWAIT))
                .stepOver(5);

        assertThat(steps).startsWith("Shop.total:21", "Shop.total:22", "Shop.total:23");
        assertThat(steps.subList(3, 5)).noneMatch(step -> step.startsWith("Shop."));
    }

    @Test
    void steppingIntoAnAwaitLeadsIntoTheAwaitedCoroutine() throws Exception {
        assertThat(DebugSession.start(classPath(SHOP), "Shop", "busy", Set.of(AFTER_AWAIT - 1))
                        .stepInto())
                .isEqualTo("Shop.price:31");
    }

    @Test
    void callersAreOnTheStackUntilTheFirstSuspension() throws Exception {
        assertThat(callersAtTheEndOfPrice("")).allMatch(callers -> callers.contains("Shop.total"));
        assertThat(callersAtTheEndOfPrice("busy"))
                .noneMatch(callers -> callers.contains("Shop.total"))
                .allMatch(callers -> callers.contains("Shop.main"));
    }

    private static List<List<String>> callersAtTheEndOfPrice(String argument) throws Exception {
        return DebugSession.start(classPath(SHOP), "Shop", argument, Set.of(END_OF_PRICE)).runToEnd().stream()
                .map(DebugSession.Stop::callers)
                .toList();
    }

    private static void check(Path file, String argument) throws Exception {
        Map<Integer, List<String>> expected = expected(file, String.valueOf(!argument.isEmpty()));
        String mainClass = file.getFileName().toString().replace(".java", "");
        DebugSession session = DebugSession.start(classPath(file), mainClass, argument, expected.keySet());
        Map<Integer, List<String>> actual = new TreeMap<>();
        for (DebugSession.Stop stop : session.runToEnd()) {
            actual.computeIfAbsent(stop.line(), line -> new ArrayList<>())
                    .add((stop.method() + ": " + stop.variables()).strip());
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static Map<Integer, List<String>> expected(Path file, String busy) throws IOException {
        Map<Integer, List<String>> stops = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher stop = STOP.matcher(lines.get(i));
            if (stop.find()) {
                stops.put(
                        i + 1,
                        Arrays.stream(stop.group(2).replace("{busy}", busy).split("\\|"))
                                .map(variables -> (stop.group(1) + ": " + variables.strip()).strip())
                                .toList());
            }
        }
        return stops;
    }

    private static List<Path> classPath(Path file) {
        Path classes = folder.resolve(file.getFileName());
        Javac.Compilation compilation = Javac.withProcessor().compile(classes, List.of(file), List.of("-g"));
        assertThat(compilation.success()).as(compilation.report()).isTrue();
        return List.of(classes, Artifacts.runtime());
    }
}
