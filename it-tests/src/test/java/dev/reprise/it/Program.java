package dev.reprise.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java file whose {@code main} prints what the comments in it say, blanks at the end of a line aside.
 *
 * <ul>
 *   <li>{@code // expect: text} – the next line that is printed
 *   <li>{@code /* expect:} – begins a comment whose other lines are the next ones that are printed
 *   <li>{@code // release: 21} – the oldest Java release the source is written for, 17 if nothing is said
 *   <li>{@code // plain: no, reason} – plain Java would print something else, see {@link Variant#isPlain}
 *   <li>{@code // needs: -g} – the output depends on debug tables
 * </ul>
 *
 * @param file where it is
 * @param source its text
 */
record Program(Path file, String source) {

    private static final Pattern EXPECTED = Pattern.compile("// expect:(?: (.*))?|(?s:/\\* expect:\\R(.*?)\\R? *\\*/)");

    /** All below a folder, or those whose path has the part that the property {@code program} gives. */
    static List<Program> below(Path folder) {
        String only = System.getProperty("program", "");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains(only))
                    .sorted()
                    .map(Program::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Program read(Path file) {
        try {
            return new Program(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The binary name of the class that has {@code main}: the package is the folder. */
    String mainClass() {
        String simpleName = file.getFileName().toString().replace(".java", "");
        Matcher inPackage = Pattern.compile("(?m)^package ([\\w.]+);").matcher(source);
        return inPackage.find() ? inPackage.group(1) + "." + simpleName : simpleName;
    }

    /** The lines it is to print. */
    List<String> expected() {
        List<String> lines = new ArrayList<>();
        Matcher line = EXPECTED.matcher(source);
        while (line.find()) {
            if (line.group(2) != null) {
                line.group(2).lines().forEach(lines::add);
            } else {
                lines.add(line.group(1) == null ? "" : line.group(1));
            }
        }
        return lines.stream().map(String::stripTrailing).toList();
    }

    /** The oldest release that can compile it. */
    int release() {
        return directive("release").map(Integer::parseInt).orElse(17);
    }

    /** Whether it prints the same when every coroutine runs to its end where it is called. */
    boolean runsPlain() {
        return directive("plain").isEmpty();
    }

    /** Whether it makes sense without debug tables. */
    boolean runsWithoutDebugTables() {
        return !directive("needs").equals(Optional.of("-g"));
    }

    private Optional<String> directive(String name) {
        Matcher found = Pattern.compile("(?m)^// " + name + ": (.*)$").matcher(source);
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }
}
