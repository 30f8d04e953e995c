package dev.reprise.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The file of a Unix-domain socket that listens.
 *
 * @param key tells it apart from one that somebody else has put in its place; null where files have none
 */
record SocketFile(Path path, @Nullable Object key) {

    static SocketFile of(Path path) throws IOException {
        return new SocketFile(path, keyOf(path));
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** Deletes the file, if it is still this one. */
    void delete() throws IOException {
        try {
            Object there = keyOf(path);
            if (key == null || key.equals(there)) {
                Files.delete(path);
            }
        } catch (NoSuchFileException e) {
            // somebody has tidied up already
        }
    }
}
