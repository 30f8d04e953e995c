package dev.reprise.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures by hand what the processor adds to the time of javac; docs/performance.md has the command and figures. */
final class CompileTimeMain {

    private static final int CLASSES = 500;

    private static final int ROUNDS = 5;

    private CompileTimeMain() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("compile-time");
        for (int coroutines : List.of(0, 50, CLASSES)) {
            List<Path> sources = project(folder.resolve("project-" + coroutines), coroutines);
            report(CLASSES + " classes, " + coroutines + " with coroutines", sources, folder);
        }
        for (int points : List.of(10, 100, 300, 1000)) {
            report("one method of " + points + " awaits", List.of(method(folder, points)), folder);
        }
    }

    private static void report(String what, List<Path> sources, Path folder) {
        double plain = Double.MAX_VALUE;
        double woven = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            plain = Math.min(plain, time(Javac.withoutProcessor(), sources, folder.resolve("plain")));
            woven = Math.min(woven, time(Javac.withProcessor(), sources, folder.resolve("woven")));
        }
        System.out.printf("%s: plain %.0f ms, woven %.0f ms, %+.0f%%%n", what, plain, woven, 100 * (woven / plain - 1));
    }

    /** Milliseconds that a compilation takes. */
    private static double time(Javac javac, List<Path> sources, Path output) {
        long begin = System.nanoTime();
        Javac.Compilation compilation = javac.compile(output, sources, List.of("-g"));
        long end = System.nanoTime();
        if (!compilation.success()) {
            throw new AssertionError(compilation.report());
        }
        return (end - begin) / 1e6;
    }

    private static List<Path> project(Path folder, int coroutines) throws IOException {
        Files.createDirectories(folder);
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            sources.add(Files.writeString(folder.resolve("C" + i + ".java"), source(i, i < coroutines)));
        }
        return sources;
    }

    private static String source(int number, boolean coroutine) {
        String plain = IntStream.range(0, 8)
                .mapToObj(m -> """
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
                        """.formatted(m, m, m))
                .collect(Collectors.joining());
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

    private static Path method(Path folder, int points) throws IOException {
        String statements = IntStream.range(0, points)
                .mapToObj(i -> "        sum += await(Async.of(sum)) + " + i + ";\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("M" + points + ".java"), """
                import static dev.reprise.Async.await;
                import dev.reprise.*;
                class M%d {
                    @Coroutine
                    static Async<Long> m(long sum) {
                %s        return Async.of(sum);
                    }
                }
                """.formatted(points, statements));
    }
}
