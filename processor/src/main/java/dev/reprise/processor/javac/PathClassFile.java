package dev.reprise.processor.javac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A class file on disk. javac is passed over: its lint objects to a class file that is written twice. */
record PathClassFile(Path path) implements ClassFile {

    @Override
    public Optional<byte[]> read() throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exists() {
        return Files.exists(path);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Files.write(path, bytes);
    }

    @Override
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public ClassFile sibling(String fileName) {
        return new PathClassFile(path.resolveSibling(fileName));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
