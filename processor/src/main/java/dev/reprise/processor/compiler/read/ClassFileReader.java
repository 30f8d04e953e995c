package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.ClassBytes;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Reads class files, with the stack map written out in full at each of its frames. */
public final class ClassFileReader {

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
        } catch (RuntimeException e) { // whatever the damage leads ASM to
            throw new UnsupportedCodeException("it is damaged or of a version that is not known (" + e + ")", e);
        }
        return node;
    }
}
