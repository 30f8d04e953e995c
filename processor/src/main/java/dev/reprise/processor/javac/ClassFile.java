package dev.reprise.processor.javac;

import java.io.IOException;
import java.util.Optional;

/** A place for a class file in javac's output, whether or not there is a file. */
interface ClassFile {

    /** The bytes, empty if there is no file. */
    Optional<byte[]> read() throws IOException;

    boolean exists() throws IOException;

    void write(byte[] bytes) throws IOException;

    /** Removes the file; nothing happens if there is none. */
    void delete() throws IOException;

    /**
     * The place of another class of the same package.
     *
     * @param fileName {@code Foo$Bar.class}
     */
    ClassFile sibling(String fileName);
}
