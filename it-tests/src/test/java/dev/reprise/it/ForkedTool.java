package dev.reprise.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that runs in a process of its own: a tool of the running JDK, the Maven that runs this build, or a later one.
 *
 * @param command its file, and the arguments that it always gets
 */
record ForkedTool(List<String> command) {

    /** Time after which a tool is taken to hang, in seconds. */
    private static final int PATIENCE = 120;

    /** The processes are short, so their code is compiled quickly rather than well. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** Variables by which a user's own settings would reach the tools. */
    private static final List<String> SETTINGS = List.of(
            "CLASSPATH",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "JDK_JAVAC_OPTIONS",
            "_JAVA_OPTIONS",
            "MAVEN_OPTS",
            "MAVEN_ARGS");

    /**
     * What came of it.
     *
     * @param exitCode its exit code
     * @param lines what it printed, errors too
     */
    record Result(int exitCode, List<String> lines) {}

    /**
     * Finds a tool.
     *
     * @param name one that {@link #isMaven}, or a tool of the JDK
     * @param settings what {@link MavenRepository} has made
     */
    static ForkedTool named(String name, Path settings) {
        if (isMaven(name)) {
            List<String> command =
                    new ArrayList<>(List.of(maven(name).orElseThrow().toString()));
            command.addAll(MavenRepository.arguments(settings));
            return new ForkedTool(command);
        }
        String file = Path.of(System.getProperty("java.home"), "bin", name).toString();
        return new ForkedTool(List.of(file, name.equals("java") ? QUICK_START : "-J" + QUICK_START));
    }

    /** Whether it is {@code mvn}, the Maven that runs this build, or {@code mvn-3.9}, one of that release. */
    static boolean isMaven(String name) {
        return name.equals("mvn") || name.equals("mvn-3.9");
    }

    /** A Maven, if {@code mvn verify} runs this and says where it is. */
    static Optional<Path> maven(String name) {
        return Optional.ofNullable(System.getProperty(name.replace("mvn", "maven") + ".home"))
                .map(home -> Path.of(home, "bin", "mvn"))
                .filter(Files::isExecutable);
    }

    /**
     * Runs it and waits for its end.
     *
     * @param words the command as it is typed, whose first word is the name of the tool
     */
    Result run(Path directory, List<String> words) throws IOException, InterruptedException {
        List<String> arguments =
                Stream.concat(command.stream(), words.stream().skip(1)).toList();
        Path output = Files.createTempFile("output", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(arguments)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Map<String, String> environment = builder.environment();
            SETTINGS.forEach(environment::remove);
            environment.put("LC_ALL", "C");
            environment.put("MAVEN_OPTS", QUICK_START);
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
            List<String> lines =
                    Files.readString(output, StandardCharsets.UTF_8).lines().toList();
            if (!ended) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(
                        arguments + " has not ended after " + PATIENCE + " s; printed until then: " + lines);
            }
            return new Result(process.exitValue(), lines);
        } finally {
            Files.delete(output);
        }
    }
}
