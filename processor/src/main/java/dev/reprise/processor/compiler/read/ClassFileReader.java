package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.ClassBytes;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Reads class files, with the stack map written out in full at each of its frames. */
public final class ClassFileReader {

    /** Java 8. Older class files may lack the stack map that the types of variables are taken from. */
    private static final int OLDEST = Opcodes.V1_8;

    /** The major version is the lower half of what ASM calls the version; the upper half is the minor version. */
    private static final int MAJOR = 0xFFFF;

    private ClassFileReader() {}

    /**
     * Reads a class file.
     *
     * @throws UnsupportedCodeException if it is damaged, or of a version that is not known
     */
    public static ClassNode read(ClassBytes input) {
        ClassNode node = new ClassNode();
        try {
            new ClassReader(input.bytes()).accept(node, ClassReader.EXPAND_FRAMES);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnsupportedCodeException(
                    "it is damaged or of a version that is not known (" + e.getMessage() + ")", e);
        }
        int major = node.version & MAJOR;
        if (major < OLDEST) {
            throw new UnsupportedCodeException(
                    "it is of version " + major + ", and the oldest that can be rewritten is " + OLDEST + " (Java 8)");
        }
        return node;
    }
}
