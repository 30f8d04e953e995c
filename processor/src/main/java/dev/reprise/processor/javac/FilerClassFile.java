package dev.reprise.processor.javac;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * A class file that a file manager keeps in its own way, in memory for instance. It can be read until it has been written, and written once: the filer's rules.
 *
 * @param directory the package, with its module before it where javac compiles several
 */
record FilerClassFile(Filer filer, String directory, String fileName) implements ClassFile {

    @Override
    public Optional<byte[]> read() throws IOException {
        try (InputStream in = filer.getResource(StandardLocation.CLASS_OUTPUT, directory, fileName)
                .openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean exists() throws IOException {
        return read().isPresent();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, directory, fileName)
                .openOutputStream()) {
            out.write(bytes);
        }
    }

    @Override
    public void delete() throws IOException {
        filer.getResource(StandardLocation.CLASS_OUTPUT, directory, fileName).delete();
    }

    @Override
    public ClassFile sibling(String fileName) {
        return new FilerClassFile(filer, directory, fileName);
    }

    @Override
    public String toString() {
        return fileName + " in " + filer.getClass().getName();
    }
}
