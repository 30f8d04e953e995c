package dev.reprise.it.foreign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The places of a method at which it is made to suspend: in front of every call and of every backward branch. */
final class Points {

    private static final String PAUSE = Type.getInternalName(Pause.class);

    private Points() {}

    static List<AbstractInsnNode> in(MethodNode method) {
        Set<AbstractInsnNode> locked = Monitors.within(method);
        List<AbstractInsnNode> points = new ArrayList<>();
        for (AbstractInsnNode node : method.instructions) {
            if (isPoint(method, node) && !locked.contains(node)) {
                points.add(node);
            }
        }
        return points;
    }

    /** Whether there would be points if no monitor were held. */
    static boolean anyIn(MethodNode method) {
        for (AbstractInsnNode node : method.instructions) {
            if (isPoint(method, node)) {
                return true;
            }
        }
        return false;
    }

    /** Writes {@code await(Pause.INSTANCE);} in front of each. */
    static void insert(MethodNode method, Collection<AbstractInsnNode> points) {
        for (AbstractInsnNode point : points) {
            InsnList pause = new InsnList();
            pause.add(new FieldInsnNode(Opcodes.GETSTATIC, PAUSE, "INSTANCE", "L" + PAUSE + ";"));
            pause.add(await());
            pause.add(new InsnNode(Opcodes.POP));
            method.instructions.insertBefore(point, pause);
        }
    }

    /** The call that is a suspension point. */
    static MethodInsnNode await() {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                "dev/reprise/Async",
                "await",
                "(Ldev/reprise/Awaitable;)Ljava/lang/Object;",
                false);
    }

    private static boolean isPoint(MethodNode method, AbstractInsnNode node) {
        return switch (node.getType()) {
            case AbstractInsnNode.METHOD_INSN, AbstractInsnNode.INVOKE_DYNAMIC_INSN -> true;
            case AbstractInsnNode.JUMP_INSN -> isBackward(method, node, List.of(((JumpInsnNode) node).label));
            case AbstractInsnNode.TABLESWITCH_INSN -> {
                TableSwitchInsnNode branch = (TableSwitchInsnNode) node;
                yield isBackward(method, node, branch.labels) || isBackward(method, node, List.of(branch.dflt));
            }
            case AbstractInsnNode.LOOKUPSWITCH_INSN -> {
                LookupSwitchInsnNode branch = (LookupSwitchInsnNode) node;
                yield isBackward(method, node, branch.labels) || isBackward(method, node, List.of(branch.dflt));
            }
            default -> false;
        };
    }

    private static boolean isBackward(MethodNode method, AbstractInsnNode branch, List<LabelNode> targets) {
        int from = method.instructions.indexOf(branch);
        return targets.stream().anyMatch(target -> method.instructions.indexOf(target) <= from);
    }
}
