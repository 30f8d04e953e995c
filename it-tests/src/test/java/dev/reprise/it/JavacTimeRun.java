package dev.reprise.it;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The JVM in which {@link JavacTimeMain} lets javac run, some times one after another. */
final class JavacTimeRun {

    /**
     * What one compilation took.
     *
     * @param wall seconds
     * @param cpu seconds of all threads of the JVM: those that compile javac's own code and collect garbage too
     */
    record Taken(double wall, double cpu) {

        static Taken parse(String line) {
            String[] words = line.split(" ");
            return new Taken(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
        }

        @Override
        public String toString() {
            return wall + " " + cpu;
        }
    }

    private JavacTimeRun() {}

    /** @param args number of compilations, an empty folder for the class files, arguments of javac */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            Path classes = Files.createDirectory(folder.resolve(String.valueOf(i)));
            System.out.println(compile(classes, Arrays.asList(args).subList(2, args.length)));
        }
    }

    private static Taken compile(Path classes, List<String> arguments) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double wall = System.nanoTime();
        double cpu = system.getProcessCpuTime();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        System.err,
                        System.err,
                        Stream.concat(Stream.of("-d", classes.toString()), arguments.stream())
                                .toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError("javac ended with " + code);
        }
        return new Taken((System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }
}
