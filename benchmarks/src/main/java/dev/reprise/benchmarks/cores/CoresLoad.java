package dev.reprise.benchmarks.cores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Requests that are computed: each is a task of its own that computes, gives way once, and computes as much again. Prints a
 * table with a row for each {@link Way}. Ways have processes of their own, in turns with the others.
 */
public final class CoresLoad {

    private final List<String> arguments;
    private final Map<Way, List<Figures>> taken = new EnumMap<>(Way.class);

    private CoresLoad(List<String> arguments) {
        this.arguments = arguments;
    }

    /**
     * Prints the table.
     *
     * @param args sessions, steps of each computation, seconds, processes for each way, ways: {@code one}, {@code home}, {@code
     *     placed}, {@code across}, {@code threads-1}, {@code threads-2}
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        CoresLoad load = new CoresLoad(List.of(args).subList(0, 3));
        List<Way> ways = Stream.of(args).skip(4).map(Way::of).toList();
        for (int i = 0; i < Integer.parseInt(args[3]); i++) {
            for (Way way : ways) {
                load.take(way);
            }
        }
        load.print();
    }

    private void take(Way way) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djdk.virtualThreadScheduler.parallelism=" + way.cores(),
                "-Djdk.virtualThreadScheduler.maxPoolSize=" + way.cores(),
                "-cp",
                System.getProperty("java.class.path"),
                Measurement.class.getName(),
                way.label()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(way.label() + " ended with " + process.exitValue());
        }
        taken.computeIfAbsent(way, it -> new ArrayList<>()).add(Figures.parse(line));
    }

    private void print() {
        System.out.println("| | requests/s | from – to | CPU µs a request | p50 µs | p99 µs |");
        System.out.println("| --- | ---: | --- | ---: | ---: | ---: |");
        taken.forEach((way, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f – %,.0f | %.2f | %,.0f | %,.0f |%n",
                way.label(),
                median(all, Figures::rate),
                sorted(all, Figures::rate).findFirst().orElseThrow(),
                sorted(all, Figures::rate).max().orElseThrow(),
                median(all, Figures::cpu),
                median(all, Figures::median),
                median(all, Figures::p99)));
    }

    private static double median(List<Figures> all, ToDoubleFunction<Figures> figure) {
        return sorted(all, figure)
                .skip((all.size() - 1) / 2)
                .limit(2 - all.size() % 2)
                .average()
                .orElseThrow();
    }

    private static DoubleStream sorted(List<Figures> all, ToDoubleFunction<Figures> figure) {
        return all.stream().mapToDouble(figure).sorted();
    }
}
