package dev.reprise.it.fuzz;

import dev.reprise.processor.compiler.ClassBytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Puts one mistake into what the compiler has made of a program, as if the compiler had made it. */
final class Spoiling implements Function<ClassBytes, byte[]> {

    /** A mistake that compilers of coroutines make. */
    enum Mistake {
        /** A variable is never saved. */
        VALUE_NOT_SAVED,
        /** A handler of exceptions is in no table. */
        HANDLER_MISSING,
        /** A point is resumed where another one is. */
        WRONG_POINT
    }

    private static final AbstractInsnNode[] NONE = {};

    private final Mistake mistake;
    private final Dice dice;

    /** Whether there was a place for the mistake. */
    boolean done;

    Spoiling(Mistake mistake, long seed) {
        this.mistake = mistake;
        dice = new Dice(seed);
    }

    @Override
    public byte[] apply(ClassBytes made) {
        if (done) {
            return made.bytes();
        }
        ClassNode node = new ClassNode();
        new ClassReader(made.bytes()).accept(node, 0);
        done = switch (mistake) {
            case VALUE_NOT_SAVED -> loseValue(node);
            case HANDLER_MISSING -> loseHandler(node);
            case WRONG_POINT -> exchangePoints(node);
        };
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }

    private boolean loseValue(ClassNode node) {
        List<FieldInsnNode> stores = new ArrayList<>();
        forEachStore(node, (method, store) -> stores.add(store));
        if (stores.isEmpty()) {
            return false;
        }
        String field = dice.pick(stores).name;
        forEachStore(node, (method, store) -> {
            if (store.name.equals(field)) {
                boolean isWide = store.desc.equals("J") || store.desc.equals("D");
                method.instructions.insert(store, new InsnNode(Opcodes.POP));
                method.instructions.set(store, new InsnNode(isWide ? Opcodes.POP2 : Opcodes.POP));
            }
        });
        return true;
    }

    /** Visits what the save helpers of a frame class store in its fields. */
    private static void forEachStore(ClassNode node, BiConsumer<MethodNode, FieldInsnNode> visitor) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.name.startsWith("save") ? method.instructions.toArray() : NONE) {
                if (instruction instanceof FieldInsnNode store
                        && store.getOpcode() == Opcodes.PUTFIELD
                        && store.owner.equals(node.name)
                        && !store.name.equals("this")
                        && store.getPrevious().getOpcode() != Opcodes.ACONST_NULL) {
                    visitor.accept(method, store);
                }
            }
        }
    }

    private boolean loseHandler(ClassNode node) {
        boolean found = false;
        for (MethodNode method : node.methods) {
            boolean isBody = (method.access & Opcodes.ACC_SYNTHETIC) != 0 && !method.tryCatchBlocks.isEmpty();
            if (isBody) {
                LabelNode handler = dice.pick(method.tryCatchBlocks).handler;
                method.tryCatchBlocks.removeIf(block -> block.handler == handler);
                found = true;
            }
        }
        return found;
    }

    private boolean exchangePoints(ClassNode node) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                boolean isBody = (method.access & Opcodes.ACC_SYNTHETIC) != 0;
                if (isBody && instruction instanceof TableSwitchInsnNode table && table.labels.size() > 2) {
                    Collections.swap(table.labels, 1, 2);
                    return true;
                }
            }
        }
        return false;
    }
}
