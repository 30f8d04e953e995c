package dev.reprise.it.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The process in which a library's tests run: {@code TestRun <results> <classes to link> <jar of tests> <include>
 * <exclude> <skip>}, the last three as regular expressions.
 */
public final class TestRun {

    /** For tests that recurse: a woven method needs several Java frames for one of the plain method. */
    private static final long STACK = 1L << 30;

    private TestRun() {}

    public static void main(String[] args) throws Exception {
        List<String> results = new ArrayList<>();
        Thread runner = new Thread(null, () -> results.addAll(run(args)), "main", STACK);
        runner.start();
        runner.join();
        Files.write(Path.of(args[0]), results);
        System.exit(0); // tests leave threads behind
    }

    private static List<String> run(String[] args) {
        List<String> lines = new ArrayList<>();
        link(Path.of(args[1])).forEach((name, error) -> lines.add("unlinked\t" + name + "\t" + error));
        long started = System.nanoTime();
        Outcomes outcomes = new Outcomes();
        List<DiscoverySelector> roots = List.copyOf(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[2]))));
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(roots)
                                .filters(
                                        ClassNameFilter.includeClassNamePatterns(args[3]),
                                        ClassNameFilter.excludeClassNamePatterns(args[4]),
                                        skipping(args[5]))
                                .build(),
                        outcomes);
        outcomes.byId.forEach((id, outcome) -> lines.add("test\t" + id + "\t" + outcome));
        lines.add("suspensions\t" + Pump.suspensions() + "\t-");
        lines.add("milliseconds\t" + (System.nanoTime() - started) / 1_000_000 + "\t-");
        return lines;
    }

    private static PostDiscoveryFilter skipping(String ids) {
        return test -> FilterResult.includedIf(!test.getUniqueId().toString().matches(ids));
    }

    /** Loads, verifies and links classes without running any of their code. */
    private static Map<String, String> link(Path names) {
        Map<String, String> errors = new TreeMap<>();
        for (String name : read(names)) {
            try {
                // asking for the methods makes HotSpot link the class, which is when it verifies it
                Class.forName(name, false, TestRun.class.getClassLoader()).getDeclaredMethods();
            } catch (ClassNotFoundException | LinkageError e) {
                errors.put(name, oneLine(e.toString()));
            }
        }
        return errors;
    }

    private static List<String> read(Path names) {
        try {
            return Files.readAllLines(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String oneLine(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    /** How every test ended, and every container that did not end well. */
    private static final class Outcomes implements TestExecutionListener {
        final Map<String, String> byId = new ConcurrentSkipListMap<>();

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            byId.put(oneLine(test.getUniqueId()), "skipped: " + oneLine(reason));
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String outcome = result.getStatus().toString().toLowerCase(Locale.ROOT)
                    + result.getThrowable()
                            .map(thrown -> ": " + describe(thrown))
                            .orElse("");
            if (test.isTest() || !outcome.equals("successful")) {
                byId.put(oneLine(test.getUniqueId()), outcome);
            }
        }

        private static String describe(Throwable thrown) {
            StringBuilder text = new StringBuilder(oneLine(String.valueOf(thrown)));
            if (Boolean.getBoolean("foreign.traces")) {
                for (StackTraceElement element : thrown.getStackTrace()) {
                    text.append("\\n  at ").append(element);
                }
            }
            return text.toString();
        }
    }
}
