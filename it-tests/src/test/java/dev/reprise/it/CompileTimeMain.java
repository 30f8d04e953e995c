package dev.reprise.it;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures by hand how long a class file takes to compile, and how that grows with its suspension points;
 * docs/performance.md has the command and figures. All times are the best of some rounds, in CPU time of the compiling
 * thread: other work of the machine is not in them.
 */
final class CompileTimeMain {

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
    }

    private void reportShape(CompileTimeShape shape, int points) throws IOException {
        String name = "M" + points;
        Path output = folder.resolve(shape.name());
        Path source = Files.writeString(Files.createDirectories(output).resolve(name + ".java"), shape.source(points));
        Javac.Compilation plain = Javac.withoutProcessor().compile(output, List.of(source), List.of("-g"));
        if (!plain.success()) {
            throw new AssertionError(plain.report());
        }
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

    /** Milliseconds that this thread has run. */
    private static double cpuTime() {
        return THREADS.getCurrentThreadCpuTime() / 1e6;
    }
}
