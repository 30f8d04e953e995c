package dev.reprise.it.foreign;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Which instructions of a method run while a {@code synchronized} block holds its monitor. */
final class Monitors {

    private Monitors() {}

    static Set<AbstractInsnNode> within(MethodNode method) {
        InsnList code = method.instructions;
        if (Arrays.stream(code.toArray()).noneMatch(node -> node.getOpcode() == Opcodes.MONITORENTER)) {
            return Set.of();
        }
        int[] held = new int[code.size()];
        Arrays.fill(held, -1);
        Deque<Integer> open = new ArrayDeque<>();
        ObjIntConsumer<AbstractInsnNode> reach = (target, count) -> {
            int index = code.indexOf(target);
            if (held[index] < count) {
                held[index] = count;
                open.push(index);
            }
        };
        reach.accept(code.getFirst(), 0);
        while (!open.isEmpty()) {
            AbstractInsnNode node = code.get(open.pop());
            int before = held[code.indexOf(node)];
            int after = Math.max(0, before + change(node));
            successors(node).forEach(next -> reach.accept(next, after));
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (code.indexOf(block.start) > code.indexOf(node) || code.indexOf(node) >= code.indexOf(block.end)) {
                    continue;
                }
                // the handler that releases a monitor covers the release too
                reach.accept(block.handler, Math.min(before, after));
                if (block.type == null) {
                    break;
                }
            }
        }
        Set<AbstractInsnNode> within = new HashSet<>();
        for (AbstractInsnNode node : code) {
            if (held[code.indexOf(node)] > 0) {
                within.add(node);
            }
        }
        return within;
    }

    private static int change(AbstractInsnNode node) {
        return switch (node.getOpcode()) {
            case Opcodes.MONITORENTER -> 1;
            case Opcodes.MONITOREXIT -> -1;
            default -> 0;
        };
    }

    private static List<? extends AbstractInsnNode> successors(AbstractInsnNode node) {
        if (node instanceof JumpInsnNode jump) {
            return jump.getOpcode() == Opcodes.GOTO ? List.of(jump.label) : List.of(jump.label, jump.getNext());
        }
        if (node instanceof TableSwitchInsnNode branch) {
            return targets(branch.labels, branch.dflt);
        }
        if (node instanceof LookupSwitchInsnNode branch) {
            return targets(branch.labels, branch.dflt);
        }
        boolean leaves = node.getOpcode() == Opcodes.ATHROW
                || node.getOpcode() >= Opcodes.IRETURN && node.getOpcode() <= Opcodes.RETURN;
        return leaves || node.getNext() == null ? List.of() : List.of(node.getNext());
    }

    private static List<LabelNode> targets(List<LabelNode> labels, LabelNode otherwise) {
        Set<LabelNode> all = new HashSet<>(labels);
        all.add(otherwise);
        return List.copyOf(all);
    }
}
