package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.diagnostic.ClassFilePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Where control goes in a method: for the instruction at each index the indexes that may follow it, and the handlers that
 * an exception in it may reach. Labels, frames and line numbers count as instructions that do nothing.
 */
public final class Flow {

    private static final int[] NONE = {};

    private final AbstractInsnNode[] code;
    private final int[][] successors;
    private final int[][] handlers;
    private final List<List<TryCatchBlockNode>> ranges;
    private final int[] lines;

    private Flow(AbstractInsnNode[] code, int[][] successors, int[][] handlers, List<List<TryCatchBlockNode>> ranges) {
        this.code = code;
        this.successors = successors;
        this.handlers = handlers;
        this.ranges = ranges;
        lines = lines(code);
    }

    /** The flow of a method as it stands. */
    public static Flow of(MethodNode method) {
        InsnList instructions = method.instructions;
        AbstractInsnNode[] code = instructions.toArray();
        int[][] successors = new int[code.length][];
        for (int i = 0; i < code.length; i++) {
            successors[i] = successors(instructions, code[i], i, code.length);
        }
        List<List<TryCatchBlockNode>> ranges = new ArrayList<>(code.length);
        for (int i = 0; i < code.length; i++) {
            ranges.add(List.of());
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int end = instructions.indexOf(block.end);
            for (int i = instructions.indexOf(block.start); i < end; i++) {
                if (code[i].getOpcode() >= 0) {
                    List<TryCatchBlockNode> covering = new ArrayList<>(ranges.get(i));
                    covering.add(block);
                    ranges.set(i, covering);
                }
            }
        }
        int[][] handlers = new int[code.length][];
        for (int i = 0; i < code.length; i++) {
            List<TryCatchBlockNode> covering = ranges.get(i);
            handlers[i] = covering.isEmpty()
                    ? NONE
                    : covering.stream()
                            .mapToInt(block -> instructions.indexOf(block.handler))
                            .distinct()
                            .toArray();
        }
        return new Flow(code, successors, handlers, ranges);
    }

    public int length() {
        return code.length;
    }

    /** The index of the first instruction from {@code index} on that does something: no label, line or frame. */
    public int realFrom(int index) {
        int real = index;
        while (instruction(real).getOpcode() < 0) {
            real++;
        }
        return real;
    }

    public AbstractInsnNode instruction(int index) {
        return code[index];
    }

    /** The source line of the instruction, {@link ClassFilePosition#NO_LINE} if the class file does not say. */
    public int line(int index) {
        return lines[index];
    }

    /** Indexes that may follow when the instruction completes. */
    public int[] successors(int index) {
        return successors[index];
    }

    /** Indexes of the handlers that an exception in the instruction may reach. */
    int[] handlers(int index) {
        return handlers[index];
    }

    /** Those of the {@link #handlers} that an exception meets: behind one that catches everything no other is asked. */
    int[] handlersMet(int index) {
        Set<LabelNode> met = new HashSet<>();
        for (TryCatchBlockNode block : ranges.get(index)) {
            met.add(block.handler);
            if (block.type == null) {
                break;
            }
        }
        return Arrays.copyOf(handlers[index], met.size());
    }

    /** The exception table entries that cover the instruction, in the order of the table. */
    public List<TryCatchBlockNode> ranges(int index) {
        return ranges.get(index);
    }

    /**
     * The instruction that always runs directly before, with the same handlers; empty if control can come from elsewhere.
     */
    public Optional<AbstractInsnNode> adjacentBefore(int index) {
        OptionalInt before = indexAdjacentBefore(index);
        return before.isPresent() ? Optional.of(code[before.getAsInt()]) : Optional.empty();
    }

    /** Index of the instruction that {@link #adjacentBefore} gives. */
    public OptionalInt indexAdjacentBefore(int index) {
        for (int i = index - 1; i >= 0 && !(code[i] instanceof FrameNode); i--) {
            if (code[i].getOpcode() >= 0) {
                return ranges.get(i).equals(ranges.get(index)) ? OptionalInt.of(i) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** Index of the instruction that always runs directly after, with the same handlers; empty if control can come from elsewhere. */
    public OptionalInt indexAdjacentAfter(int index) {
        for (int i = index + 1; i < code.length && !(code[i] instanceof FrameNode); i++) {
            if (code[i].getOpcode() >= 0) {
                return ranges.get(i).equals(ranges.get(index)) ? OptionalInt.of(i) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a stack map frame stands at {@code index} or between it and the next instruction that does something. */
    public boolean isFramed(int index) {
        for (int i = index; i < code.length && code[i].getOpcode() < 0; i++) {
            if (code[i] instanceof FrameNode) {
                return true;
            }
        }
        return false;
    }

    private static int[] lines(AbstractInsnNode[] code) {
        int[] lines = new int[code.length];
        int line = ClassFilePosition.NO_LINE;
        for (int i = 0; i < code.length; i++) {
            if (code[i] instanceof LineNumberNode number) {
                line = number.line;
            }
            lines[i] = line;
        }
        return lines;
    }

    private static int[] successors(InsnList list, AbstractInsnNode node, int index, int length) {
        int opcode = node.getOpcode();
        if (node instanceof JumpInsnNode jump) {
            int target = list.indexOf(jump.label);
            return opcode == Opcodes.GOTO ? new int[] {target} : new int[] {index + 1, target};
        }
        if (node instanceof TableSwitchInsnNode table) {
            return targets(list, table.labels, table.dflt);
        }
        if (node instanceof LookupSwitchInsnNode lookup) {
            return targets(list, lookup.labels, lookup.dflt);
        }
        boolean ends = opcode == Opcodes.ATHROW || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        return ends || index + 1 == length ? NONE : new int[] {index + 1};
    }

    private static int[] targets(InsnList list, List<LabelNode> labels, LabelNode otherwise) {
        int[] targets = new int[labels.size() + 1];
        Arrays.setAll(targets, i -> list.indexOf(i == 0 ? otherwise : labels.get(i - 1)));
        return targets;
    }
}
