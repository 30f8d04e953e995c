package dev.reprise.it;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures by hand what the processor adds to the time of javac, and how it grows; docs/performance.md has the command and
 * figures. All times are the best of some rounds, in CPU time of the compiling thread: other work of the machine is not in
 * them.
 */
final class CompileTimeMain {

    private static final int CLASSES = 500;

    private static final int PROJECT_ROUNDS = 3;

    private static final int SHAPE_ROUNDS = 6;

    /** Points to compile before code is no longer interpreted. */
    private static final int WARM_UP = 2_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path folder;

    private CompileTimeMain(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        CompileTimeMain measurement = new CompileTimeMain(Files.createTempDirectory("compile-time"));
        for (CompileTimeShape shape : CompileTimeShape.values()) {
            for (int points : List.of(10, 100, 300, shape.most())) {
                measurement.reportShape(shape, points);
            }
        }
        for (int coroutines : List.of(CLASSES, 50, 0)) {
            measurement.reportProject(coroutines);
        }
    }

    private void reportShape(CompileTimeShape shape, int points) throws IOException {
        String name = "M" + points;
        Path output = folder.resolve(shape.name());
        Path source = Files.writeString(Files.createDirectories(output).resolve(name + ".java"), shape.source(points));
        compile(Javac.withoutProcessor(), List.of(source), output);
        ClassBytes input = new ClassBytes(name, Files.readAllBytes(output.resolve(name + ".class")));
        double best = Double.MAX_VALUE;
        for (int round = 0; round < SHAPE_ROUNDS + WARM_UP / points; round++) {
            double begin = cpuTime();
            Outcome outcome = CoroutineCompiler.compile(input);
            best = Math.min(best, cpuTime() - begin);
            if (!(outcome instanceof Outcome.Woven)) {
                throw new AssertionError(outcome);
            }
        }
        System.out.printf("%s, %d points: %.1f ms, %.0f us a point%n", shape, points, best, 1000 * best / points);
    }

    private void reportProject(int coroutines) throws IOException {
        List<Path> sources = project(folder.resolve("project-" + coroutines), coroutines);
        double plain = Double.MAX_VALUE;
        double woven = Double.MAX_VALUE;
        for (int round = 0; round < PROJECT_ROUNDS; round++) {
            plain = Math.min(plain, compile(Javac.withoutProcessor(), sources, folder.resolve("plain")));
            woven = Math.min(woven, compile(Javac.withProcessor(), sources, folder.resolve("woven")));
            System.out.printf(
                    "%d classes, %d with coroutines, best of %d: plain %.0f ms, woven %.0f ms, %.1f%% of which is added%n",
                    CLASSES, coroutines, round + 1, plain, woven, 100 * (1 - plain / woven));
        }
    }

    /** Milliseconds that a compilation takes. */
    private static double compile(Javac javac, List<Path> sources, Path output) {
        double begin = cpuTime();
        Javac.Compilation compilation = javac.compile(output, sources, List.of("-g"));
        double end = cpuTime();
        if (!compilation.success()) {
            throw new AssertionError(compilation.report());
        }
        return end - begin;
    }

    /** Milliseconds that this thread has run. */
    private static double cpuTime() {
        return THREADS.getCurrentThreadCpuTime() / 1e6;
    }

    private static List<Path> project(Path folder, int coroutines) throws IOException {
        Files.createDirectories(folder);
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            sources.add(Files.writeString(folder.resolve("C" + i + ".java"), source(i, i < coroutines)));
        }
        return sources;
    }

    /** Eight methods, or twelve of which four are coroutines. */
    private static String source(int number, boolean coroutine) {
        String plain =
                IntStream.range(0, 8).mapToObj(m -> """
                            int plain%d(List<String> items, Map<String, Integer> prices) {
                                int sum = %d;
                                for (String item : items) {
                                    try {
                                        sum += prices.getOrDefault(item.strip(), item.length());
                                    } catch (IllegalStateException e) {
                                        sum -= e.getMessage().length();
                                    }
                                }
                                return items.stream().filter(x -> x.length() > %d).mapToInt(String::length).sum() + sum;
                            }
                        """.formatted(m, m, m)).collect(Collectors.joining());
        String suspending = IntStream.range(0, coroutine ? 4 : 0)
                .mapToObj(m -> """
                            @Coroutine
                            Async<Integer> suspending%d(List<String> items) {
                                int sum = 0;
                                for (String item : items) {
                                    try {
                                        sum += await(Async.of(item.length()));
                                    } finally {
                                        await(Async.sleep(Duration.ofMillis(sum)));
                                    }
                                }
                                return Async.of(sum + %s);
                            }
                        """.formatted(m, m == 0 ? "0" : "await(suspending" + (m - 1) + "(items))"))
                .collect(Collectors.joining());
        return """
                import static dev.reprise.Async.await;
                import dev.reprise.*;
                import java.time.Duration;
                import java.util.*;
                class C%d {
                %s%s}
                """.formatted(number, plain, suspending);
    }
}
