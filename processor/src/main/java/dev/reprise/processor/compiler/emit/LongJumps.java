package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.analyse.ValueTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Rewrites the jumps of a method of more than 32 KB that are farther than a jump reaches: {@code ifeq far} becomes {@code
 * ifne next; goto_w far; next:}, with a stack map frame at {@code next}.
 *
 * <p>ASM widens jumps itself, but in a second pass over the class file in which it fails on some stack maps.
 */
public final class LongJumps {

    private static final int REACH = Short.MAX_VALUE;

    /** Not among ASM's opcodes; its method writer takes it as it is. */
    private static final int GOTO_W = 200;

    private static final int JUMP_SIZE = 3;
    private static final int WIDE_GOTO_SIZE = 5;

    /** What a switch takes with its default and three bytes of padding; any other instruction takes less. */
    private static final int LONGEST = 16;

    /** What a switch takes for each case: a key and an offset. */
    private static final int LONGEST_CASE = 8;

    private final MethodNode method;
    private final AbstractInsnNode[] code;
    private final int[] sizes;

    private LongJumps(MethodNode method) {
        this.method = method;
        code = method.instructions.toArray();
        sizes = sizes(code);
    }

    /** Rewrites the method in place. */
    public static void widen(String owner, MethodNode method) {
        if (bound(method.instructions) <= REACH) {
            return;
        }
        LongJumps jumps = new LongJumps(method);
        Set<JumpInsnNode> far = jumps.far();
        if (!far.isEmpty()) {
            jumps.rewrite(owner, far);
        }
    }

    /** A number of bytes that the code certainly does not exceed, found quickly. */
    private static int bound(InsnList code) {
        int bound = 0;
        for (AbstractInsnNode node : code) {
            int labels = node instanceof TableSwitchInsnNode table
                    ? table.labels.size()
                    : node instanceof LookupSwitchInsnNode lookup ? lookup.labels.size() : 0;
            bound += node.getOpcode() < 0 ? 0 : LONGEST + labels * LONGEST_CASE;
        }
        return bound;
    }

    /** At most how many bytes each instruction takes if all jumps are short. */
    private static int[] sizes(AbstractInsnNode[] code) {
        int[] sizes = new int[code.length];
        for (int i = 0; i < code.length; i++) {
            if (code[i] instanceof JumpInsnNode) {
                sizes[i] = JUMP_SIZE;
            } else {
                CodeSizeEvaluator size = new CodeSizeEvaluator(null);
                code[i].accept(size);
                sizes[i] = size.getMaxSize();
            }
        }
        return sizes;
    }

    /** The jumps that do not reach their target, some of them because others have to be made longer. */
    private Set<JumpInsnNode> far() {
        Set<JumpInsnNode> far = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            int[] offsets = offsets(far);
            if (offsets[code.length] <= REACH) {
                return far;
            }
            for (int i = 0; i < code.length; i++) {
                if (code[i] instanceof JumpInsnNode jump) {
                    int distance = offsets[method.instructions.indexOf(jump.label)] - offsets[i];
                    more |= Math.abs(distance) > REACH && far.add(jump);
                }
            }
        }
        return far;
    }

    private int[] offsets(Set<JumpInsnNode> far) {
        int[] offsets = new int[code.length + 1];
        for (int i = 0; i < code.length; i++) {
            int size = sizes[i];
            if (code[i] instanceof JumpInsnNode jump && far.contains(jump)) {
                size = jump.getOpcode() == Opcodes.GOTO ? WIDE_GOTO_SIZE : JUMP_SIZE + WIDE_GOTO_SIZE;
            }
            offsets[i + 1] = offsets[i] + size;
        }
        return offsets;
    }

    private void rewrite(String owner, Set<JumpInsnNode> far) {
        Flow flow = Flow.of(method);
        ValueTypes types = ValueTypes.of(owner, method, flow);
        Map<Label, LabelNode> labels = labels();
        for (int i = 0; i < code.length; i++) {
            if (code[i] instanceof JumpInsnNode jump && far.contains(jump)) {
                if (jump.getOpcode() == Opcodes.GOTO) {
                    jump.setOpcode(GOTO_W);
                    continue;
                }
                LabelNode next = new LabelNode();
                InsnList detour = new InsnList();
                detour.add(new JumpInsnNode(GOTO_W, jump.label));
                detour.add(next);
                Optional<TypeState> after = types.before(i + 1);
                if (!flow.isFramed(i + 1) && after.isPresent()) {
                    Object[] locals = nodes(Slots.values(after.get().locals()), types, labels);
                    Object[] stack = nodes(after.get().stack(), types, labels);
                    detour.add(new FrameNode(Opcodes.F_NEW, locals.length, locals, stack.length, stack));
                }
                method.instructions.insert(jump, detour);
                jump.label = next;
                jump.setOpcode(inverted(jump.getOpcode()));
            }
        }
    }

    /** The opposite of each condition is its neighbour; from {@code ifeq} on they begin at an odd opcode, {@code ifnull} is even. */
    private static int inverted(int opcode) {
        return opcode >= Opcodes.IFNULL ? opcode ^ 1 : ((opcode + 1) ^ 1) - 1;
    }

    private Map<Label, LabelNode> labels() {
        Map<Label, LabelNode> labels = new HashMap<>();
        for (AbstractInsnNode node : code) {
            if (node instanceof LabelNode label) {
                labels.put(label.getLabel(), label);
            }
        }
        return labels;
    }

    /** Types as a node of the tree keeps them: an object that is not initialised is named by the node at its {@code new}. */
    private Object[] nodes(List<Object> states, ValueTypes types, Map<Label, LabelNode> labels) {
        return states.stream()
                .map(type -> type instanceof Label label
                        ? labels.computeIfAbsent(label, unplaced -> place(unplaced, types.allocation(unplaced)))
                        : type)
                .toArray();
    }

    private LabelNode place(Label label, int allocation) {
        LabelNode node = new LabelNode(label);
        method.instructions.insertBefore(code[allocation], node);
        return node;
    }
}
