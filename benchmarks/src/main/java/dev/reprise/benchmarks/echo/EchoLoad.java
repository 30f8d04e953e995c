package dev.reprise.benchmarks.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Runs each server in a process of its own and prints a row of a table for it: throughput, latency, CPU time a message and
 * memory of the server's process. Linux.
 */
public final class EchoLoad {

    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private EchoLoad() {}

    /** @param args connections, seconds, kinds of servers ({@code python} is the script beside the module) */
    public static void main(String[] args) throws Exception {
        int connections = Integer.parseInt(args[0]);
        Duration time = Duration.ofSeconds(Long.parseLong(args[1]));
        System.out.println("| server | messages/s | p50 µs | p99 µs | CPU µs a message | RSS, KB a connection |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (String kind : List.of(args).subList(2, args.length)) {
            System.out.println(row(kind, connections, time));
        }
    }

    private static String row(String kind, int connections, Duration time) throws Exception {
        Process server = new ProcessBuilder(command(kind))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            BufferedReader printed =
                    new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
            int port = Integer.parseInt(printed.readLine());
            long before = residentKilobytes(server);
            try (EchoClient client = new EchoClient(port, connections)) {
                client.run(WARM_UP);
                Duration used = cpu(server);
                EchoClient.Result result = client.run(time);
                double cpu = cpu(server).minus(used).toNanos() / 1e3 / result.messages();
                return String.format(
                        Locale.ROOT,
                        "| %s | %,.0f | %,d | %,d | %.1f | %.1f |",
                        kind,
                        result.messages() / (time.toNanos() / 1e9),
                        result.medianMicros(),
                        result.p99Micros(),
                        cpu,
                        (double) (residentKilobytes(server) - before) / connections);
            }
        } finally {
            server.getOutputStream().close();
            server.waitFor();
        }
    }

    private static List<String> command(String kind) {
        if (kind.equals("python")) {
            return List.of("python3", "benchmarks/echo.py");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                EchoServer.class.getName(),
                kind);
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static long residentKilobytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
