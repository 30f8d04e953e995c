package dev.reprise.processor.ecj;

import dev.reprise.processor.compiler.ClassBytes;
import java.util.Arrays;
import java.util.Objects;

/**
 * A class file that ecj is about to write.
 *
 * @param classFile ecj's object for it
 */
record EcjClassFile(Ecj ecj, Object classFile) {

    /** The internal name. */
    String name() {
        return new String((char[]) Objects.requireNonNull(Members.call(ecj.name, classFile)));
    }

    ClassBytes read() {
        byte[] header = (byte[]) Members.get(ecj.header, classFile);
        byte[] contents = (byte[]) Members.get(ecj.contents, classFile);
        int headerLength = (int) Members.get(ecj.headerLength, classFile);
        int contentsLength = (int) Members.get(ecj.contentsLength, classFile);
        byte[] bytes = Arrays.copyOf(header, headerLength + contentsLength);
        System.arraycopy(contents, 0, bytes, headerLength, contentsLength);
        return new ClassBytes(name(), bytes);
    }

    /** ecj uses the array for another class file later. */
    void write(byte[] bytes) {
        Members.set(ecj.header, classFile, bytes.clone());
        Members.set(ecj.headerLength, classFile, bytes.length);
        Members.set(ecj.contentsLength, classFile, 0);
    }

    /** A class file that ecj has not made, of a class that counts as nested in this one. */
    EcjClassFile nested(ClassBytes frame) {
        EcjClassFile nested = new EcjClassFile(ecj, ecj.newClassFile(frame.name()));
        Members.set(ecj.isNested, nested.classFile, true);
        Members.set(ecj.enclosing, nested.classFile, classFile);
        nested.write(frame.bytes());
        return nested;
    }
}
