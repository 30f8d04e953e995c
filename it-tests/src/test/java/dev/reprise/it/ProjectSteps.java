package dev.reprise.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done in a project and what has to come of it, written like the transcript of a terminal.
 *
 * <pre>
 * # what this shows
 * needs 21
 * with Main.java
 * $ javac -processorpath ${processor} -cp ${runtime} -d classes Main.java
 * $ java -cp classes:${runtime} Main
 * hello
 * exit 1
 * </pre>
 *
 * {@code needs} names the oldest JDK it works with, {@code until} the newest, {@code with} a source that several projects share. After a command,
 * which begins with {@code $}, stand all lines that it prints, and {@code exit} with its exit code if that is not 0. A line
 * {@code …} stands for any number of lines, {@code …} within a line for any text.
 *
 * @param oldestJdk the feature release of the oldest JDK it works with
 * @param newestJdk the feature release of the newest one
 * @param shared names of the sources that it shares with others
 * @param steps the commands in their order
 */
record ProjectSteps(int oldestJdk, int newestJdk, List<String> shared, List<Step> steps) {

    /**
     * One command.
     *
     * @param command its words, with variables in them
     * @param output what it prints
     * @param exitCode what it ends with
     */
    record Step(String command, List<String> output, int exitCode) {}

    static ProjectSteps read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    /**
     * Reads a transcript.
     *
     * @throws IllegalArgumentException if something stands before the first command that is neither a comment, a need nor a source
     */
    static ProjectSteps parse(List<String> lines) {
        int oldestJdk = 17;
        int newestJdk = Integer.MAX_VALUE;
        List<String> shared = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("$ ")) {
                steps.add(new Step(line.substring(2), List.of(), 0));
            } else if (!steps.isEmpty()) {
                steps.add(continued(steps.remove(steps.size() - 1), line));
            } else if (line.startsWith("needs ")) {
                oldestJdk = Integer.parseInt(line.substring("needs ".length()));
            } else if (line.startsWith("until ")) {
                newestJdk = Integer.parseInt(line.substring("until ".length()));
            } else if (line.startsWith("with ")) {
                shared.add(line.substring("with ".length()));
            } else if (!line.startsWith("#")) {
                throw new IllegalArgumentException("before the first command stands: " + line);
            }
        }
        return new ProjectSteps(oldestJdk, newestJdk, List.copyOf(shared), List.copyOf(steps));
    }

    boolean workWith(int jdk) {
        return oldestJdk <= jdk && jdk <= newestJdk;
    }

    /** The names of the Mavens that it needs. */
    List<String> mavens() {
        return steps.stream()
                .map(step -> step.command().split(" ")[0])
                .filter(ForkedTool::isMaven)
                .distinct()
                .toList();
    }

    private static Step continued(Step step, String line) {
        if (line.matches("exit \\d+")) {
            return new Step(step.command(), step.output(), Integer.parseInt(line.substring("exit ".length())));
        }
        List<String> output = new ArrayList<>(step.output());
        output.add(line);
        return new Step(step.command(), List.copyOf(output), step.exitCode());
    }
}
