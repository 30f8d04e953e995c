package dev.reprise.processor.compiler.analyse;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which local variables may still be read. A variable is named by its first slot; one that a handler reads is live at
 * every instruction whose exceptions the handler catches.
 */
public final class Liveness {

    private final Flow flow;
    private final BitSet[] before;

    private Liveness(Flow flow, BitSet[] before) {
        this.flow = flow;
        this.before = before;
    }

    static Liveness of(Flow flow) {
        BitSet[] before = new BitSet[flow.length()];
        for (int i = 0; i < before.length; i++) {
            before[i] = new BitSet();
        }
        Liveness liveness = new Liveness(flow, before);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = before.length - 1; i >= 0; i--) {
                changed |= liveness.update(i);
            }
        }
        return liveness;
    }

    /** Variables that may be read from the instruction on. */
    public BitSet before(int index) {
        return before[index];
    }

    /** Variables that may be read once the instruction has completed or failed. */
    public BitSet across(int index) {
        BitSet live = new BitSet();
        for (int next : flow.successors(index)) {
            live.or(before[next]);
        }
        for (int handler : flow.handlers(index)) {
            live.or(before[handler]);
        }
        return live;
    }

    private boolean update(int index) {
        BitSet live = new BitSet();
        for (int next : flow.successors(index)) {
            live.or(before[next]);
        }
        AbstractInsnNode node = flow.instruction(index);
        if (node instanceof VarInsnNode variable) {
            boolean load = variable.getOpcode() >= Opcodes.ILOAD && variable.getOpcode() <= Opcodes.ALOAD;
            live.set(variable.var, load);
        } else if (node instanceof IincInsnNode increment) {
            live.set(increment.var);
        }
        for (int handler : flow.handlers(index)) {
            live.or(before[handler]);
        }
        if (live.equals(before[index])) {
            return false;
        }
        before[index] = live;
        return true;
    }
}
