package dev.reprise.processor.javac;

import dev.reprise.processor.source.RuntimeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/*
 * A frame class is removed only if it is certain that it is one of ours and that no class refers to it:
 * its superclass is in dev.reprise.frame; the class that its name begins with has just been written again; and no class file
 * with a longer name stands between them (Foo$Bar$run$Frame is Foo$Bar's as long as there is a Foo$Bar.class).
 */
/** Frame classes of an earlier build whose coroutine is gone. They do no harm, and they have no business in a jar. */
final class StaleFrames {
    private static final Pattern FRAME = Pattern.compile(".+\\$.+\\$Frame\\d*\\.class");

    /** File names per directory, as they were before the first class file there was looked at. */
    private final Map<Path, List<String>> found = new HashMap<>();

    /**
     * Removes what a class does not have any more.
     *
     * @param classFile a class that this compilation has written
     * @param kept the names of the frame classes it has
     */
    void remove(Path classFile, Set<String> kept) throws IOException {
        Path directory = Objects.requireNonNull(classFile.toAbsolutePath().getParent());
        List<String> frames = found.get(directory);
        if (frames == null) {
            frames = list(directory);
            found.put(directory, frames);
        }
        if (frames.isEmpty()) {
            return;
        }
        String owner = classFile.getFileName().toString().replaceFirst("\\.class$", "");
        for (String name : frames) {
            if (name.startsWith(owner + "$")
                    && !kept.contains(name)
                    && !hasNearerOwner(directory, owner, name)
                    && isFrame(directory.resolve(name))) {
                Files.deleteIfExists(directory.resolve(name));
            }
        }
    }

    private static List<String> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> FRAME.matcher(name).matches())
                    .toList();
        }
    }

    private static boolean hasNearerOwner(Path directory, String owner, String frame) {
        for (int end = frame.indexOf('$', owner.length() + 1); end >= 0; end = frame.indexOf('$', end + 1)) {
            if (Files.exists(directory.resolve(frame.substring(0, end) + ".class"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFrame(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            String superName = new ClassReader(Files.readAllBytes(file)).getSuperName();
            return superName != null && superName.startsWith(RuntimeNames.FRAME_PACKAGE);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return false; // not a class file that we could have written
        }
    }
}
