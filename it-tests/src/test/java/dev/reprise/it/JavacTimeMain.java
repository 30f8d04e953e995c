package dev.reprise.it;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures by hand what the processor adds to the time of javac; docs/performance.md has the commands and figures. Each
 * way to compile has JVMs of its own, in turns with the others.
 */
final class JavacTimeMain {

    /** A way to compile the same sources. */
    private enum Way {
        /** Without annotation processing. */
        ALONE,
        /** With a processor that does nothing: what javac itself needs for any. */
        IDLE,
        /** With the processor of this project. */
        REPRISE
    }

    private final Path folder;
    private final String runtime;
    private final String processor;

    private JavacTimeMain(Path folder, String runtime, String processor) {
        this.folder = folder;
        this.runtime = runtime;
        this.processor = processor;
    }

    /**
     * Measures one project.
     *
     * @param args jar of the runtime, jar of the processor, number of classes, how many of them have coroutines, number of
     *     JVMs for each way, number of compilations in each JVM
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("javac-time");
        List<String> sources =
                JavacTimeProject.write(folder.resolve("src"), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        new JavacTimeMain(folder, args[0], args[1])
                .report(sources, Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void report(List<String> sources, int jvms, int compilations) throws IOException, InterruptedException {
        Map<Way, List<JavacTimeRun.Taken>> first = new EnumMap<>(Way.class);
        Map<Way, List<JavacTimeRun.Taken>> last = new EnumMap<>(Way.class);
        for (int i = 0; i < jvms; i++) {
            for (Way way : Way.values()) {
                List<JavacTimeRun.Taken> taken = run(way, sources, compilations);
                first.computeIfAbsent(way, it -> new ArrayList<>()).add(taken.get(0));
                last.computeIfAbsent(way, it -> new ArrayList<>()).add(taken.get(compilations - 1));
            }
        }
        print("first compilation of a JVM", first);
        if (compilations > 1) {
            print("compilation " + compilations + " of a JVM", last);
        }
    }

    private static void print(String title, Map<Way, List<JavacTimeRun.Taken>> all) {
        System.out.println(title);
        double alone = median(all.get(Way.ALONE).stream().map(JavacTimeRun.Taken::wall));
        all.forEach((way, taken) -> {
            double wall = median(taken.stream().map(JavacTimeRun.Taken::wall));
            System.out.printf(
                    "  %-8s %.2f s (%.2f to %.2f), %+.1f%%, CPU of all threads %.2f s%n",
                    way,
                    wall,
                    taken.stream().mapToDouble(JavacTimeRun.Taken::wall).min().orElseThrow(),
                    taken.stream().mapToDouble(JavacTimeRun.Taken::wall).max().orElseThrow(),
                    100 * (wall / alone - 1),
                    median(taken.stream().map(JavacTimeRun.Taken::cpu)));
        });
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private List<JavacTimeRun.Taken> run(Way way, List<String> sources, int compilations)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-g", "-cp", runtime));
        switch (way) {
            case ALONE -> options.add("-proc:none");
            case IDLE -> options.addAll(List.of("-processorpath", idle()));
            case REPRISE -> options.addAll(List.of("-processorpath", processor));
        }
        options.addAll(sources);
        Path arguments = Files.write(folder.resolve("arguments"), options);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ownClasses(),
                        JavacTimeRun.class.getName(),
                        String.valueOf(compilations),
                        Files.createTempDirectory(folder, "classes").toString(),
                        "@" + arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("javac failed");
        }
        return output.lines().map(JavacTimeRun.Taken::parse).toList();
    }

    private String idle() throws IOException {
        Path service = folder.resolve("idle/META-INF/services/javax.annotation.processing.Processor");
        Files.createDirectories(service.getParent());
        Files.writeString(service, IdleProcessor.class.getName());
        return folder.resolve("idle") + File.pathSeparator + ownClasses();
    }

    private static String ownClasses() {
        try {
            return Path.of(JavacTimeMain.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
