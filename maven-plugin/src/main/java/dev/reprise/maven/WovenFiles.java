package dev.reprise.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class files of a directory as the last weaving left them: names, sizes and times. If nothing has changed since, there
 * is nothing to weave, and no class file has to be read to know it.
 *
 * @param list where they are noted
 */
record WovenFiles(Path list) {

    /** Whether the class files are those that were noted. */
    boolean areThoseOf(Path directory) throws IOException {
        try {
            return Files.readString(list).equals(describe(directory));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Notes the class files as they are. */
    void note(Path directory) throws IOException {
        Files.createDirectories(list.toAbsolutePath().getParent());
        Files.writeString(list, describe(directory), StandardCharsets.UTF_8);
    }

    private static String describe(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Path file : classFiles(directory)) {
            text.append(directory.relativize(file))
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file))
                    .append('\n');
        }
        return text.toString();
    }

    private static List<Path> classFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }
}
