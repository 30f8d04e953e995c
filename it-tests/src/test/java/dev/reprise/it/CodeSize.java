package dev.reprise.it;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How long the code of a method is, in bytes.
 *
 * @param whole all of it
 * @param hotPath what lies before the first block that saves a frame; empty if no block does
 */
record CodeSize(int whole, OptionalInt hotPath) {

    static CodeSize of(byte[] classFile, String name, String descriptor) {
        ClassReader reader = new ClassReader(classFile);
        ClassNode node = new ClassNode();
        reader.accept(node, 0);
        MethodNode method = node.methods.stream()
                .filter(one -> one.name.equals(name) && one.desc.equals(descriptor))
                .findFirst()
                .orElseThrow();
        LabelNode end = new LabelNode();
        method.instructions.add(end);
        List<LabelNode> saving = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (readsFlag(instruction)) {
                saving.add(blockThatSaves((JumpInsnNode) instruction.getNext()));
            }
        }
        node.accept(new ClassWriter(reader, 0)); // with the same constant pool, so that its indices are as long
        return new CodeSize(
                end.getLabel().getOffset(),
                saving.stream().mapToInt(label -> label.getLabel().getOffset()).min());
    }

    private static boolean readsFlag(AbstractInsnNode instruction) {
        return instruction instanceof FieldInsnNode field
                && field.owner.equals("dev/reprise/frame/Context")
                && field.name.equals("suspension");
    }

    /** {@code if (suspension != 0) goto <block>}, or at the begin of the block, where a null led: {@code if (suspension == 0) goto <back>} */
    private static LabelNode blockThatSaves(JumpInsnNode test) {
        if (test.getOpcode() == Opcodes.IFNE) {
            return test.label;
        }
        AbstractInsnNode begin = test;
        while (!(begin instanceof LabelNode)) {
            begin = begin.getPrevious();
        }
        return (LabelNode) begin;
    }
}
