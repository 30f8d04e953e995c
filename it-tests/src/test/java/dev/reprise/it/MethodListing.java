package dev.reprise.it;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/** The instructions and the exception table of a method as text. Labels are numbered in the order of the code. */
final class MethodListing extends Textifier {

    private MethodListing(MethodNode method) {
        super(Opcodes.ASM9);
        labelNames = new HashMap<>();
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LabelNode label) {
                labelNames.put(label.getLabel(), "L" + labelNames.size());
            }
        }
    }

    /** The lines; a label stands at their margin. */
    static Stream<String> of(MethodNode method) {
        MethodListing listing = new MethodListing(method);
        method.accept(new TraceMethodVisitor(listing));
        StringBuilder text = new StringBuilder();
        append(text, listing.getText());
        return text.toString().lines().map(String::stripTrailing);
    }

    private static void append(StringBuilder text, List<?> parts) {
        for (Object part : parts) {
            if (part instanceof List<?> nested) {
                append(text, nested);
            } else {
                text.append(part);
            }
        }
    }
}
