package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does the steps of a project in a copy of it.
 *
 * <ul>
 *   <li>{@code javac}, {@code java}, {@code mvn}, {@code mvn-3.9} – in a process of their own
 *   <li>{@code remember folder}, {@code unchanged folder} – compares all files of a folder, byte by byte
 *   <li>{@code touch file} – as if it had just been saved
 *   <li>{@code woven folder} – gives each class file of a folder to the compiler, which has to leave it as it is
 * </ul>
 *
 * In a command {@code ${runtime}} and {@code ${processor}} are the jars; other names are those of system properties.
 */
final class ProjectBuild {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([\\w.-]+)}");

    private final Path directory;
    private final Path settings;
    private final Map<String, Map<String, String>> remembered = new HashMap<>();

    /**
     * Prepares a build.
     *
     * @param directory where the commands run
     * @param settings what {@link MavenRepository} has made, for projects that use Maven
     */
    ProjectBuild(Path directory, Path settings) {
        this.directory = directory;
        this.settings = settings;
    }

    void run(ProjectSteps steps) throws IOException, InterruptedException {
        for (ProjectSteps.Step step : steps.steps()) {
            List<String> words = Arrays.stream(step.command().split(" "))
                    .map(ProjectBuild::substituted)
                    .toList();
            String argument = words.get(words.size() - 1);
            switch (words.get(0)) {
                case "remember" -> remembered.put(argument, files(argument));
                case "unchanged" -> assertThat(files(argument)).isEqualTo(remembered.get(argument));
                case "touch" -> Files.setLastModifiedTime(directory.resolve(argument), FileTime.from(Instant.now()));
                case "woven" -> assertWoven(directory.resolve(argument));
                default -> fork(words, step);
            }
        }
    }

    private void fork(List<String> words, ProjectSteps.Step step) throws IOException, InterruptedException {
        ForkedTool.Result result = ForkedTool.named(words.get(0), settings).run(directory, words);
        String report = "$ " + step.command() + "\n" + String.join("\n", result.lines()) + "\n";
        assertThat(result.exitCode()).as("exit code of\n" + report).isEqualTo(step.exitCode());
        assertThat(new ExpectedOutput(step.output()).matches(result.lines()))
                .as("whether this is as expected:\n" + report + "expected:\n" + String.join("\n", step.output()))
                .isTrue();
    }

    private Map<String, String> files(String folder) throws IOException {
        Map<String, String> files = FileTree.contents(directory.resolve(folder));
        assertThat(files).as("files in " + folder).isNotEmpty();
        return files;
    }

    private static void assertWoven(Path folder) throws IOException {
        for (Path file : FileTree.files(folder)) {
            String name =
                    folder.relativize(file).toString().replace(".class", "").replace(File.separatorChar, '/');
            assertThat(CoroutineCompiler.compile(new ClassBytes(name, Files.readAllBytes(file))))
                    .as("what the compiler makes of " + file)
                    .isInstanceOf(Outcome.Unchanged.class);
        }
    }

    private static String substituted(String word) {
        return VARIABLE.matcher(word).replaceAll(name -> Matcher.quoteReplacement(value(name)));
    }

    private static String value(MatchResult variable) {
        return switch (variable.group(1)) {
            case "runtime" -> Artifacts.runtime().toString();
            case "processor" ->
                Artifacts.processorPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            default -> {
                String value = System.getProperty(variable.group(1));
                assertThat(value)
                        .as("the system property " + variable.group(1) + ", which mvn verify sets")
                        .isNotNull();
                yield value;
            }
        };
    }
}
