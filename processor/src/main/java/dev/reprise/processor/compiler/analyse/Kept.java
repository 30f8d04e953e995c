package dev.reprise.processor.compiler.analyse;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which variables hold their value for certain: a suspension keeps those that are read later, and of the others nothing is
 * known afterwards until they are written again. A variable is named by its first slot.
 */
public final class Kept {

    private final Flow flow;
    private final Map<Integer, BitSet> saved = new HashMap<>();
    /** Null for what cannot be reached. */
    private final @Nullable BitSet[] before;

    private Kept(Flow flow) {
        this.flow = flow;
        before = new BitSet[flow.length()];
    }

    /**
     * Follows the method.
     *
     * @param variables how many slots its variables take
     * @param receiverKept whether the receiver is kept although nobody reads it
     */
    static Kept of(Flow flow, int variables, List<SuspensionPoint> points, boolean receiverKept) {
        Kept kept = new Kept(flow);
        for (SuspensionPoint point : points) {
            BitSet live = (BitSet) point.live().clone();
            live.set(0, receiverKept || live.get(0));
            kept.saved.put(point.index(), live);
        }
        kept.solve(variables);
        return kept;
    }

    /** Whether the variable holds its value before the instruction, if it is in scope there. */
    public boolean holds(int slot, int index) {
        BitSet known = before[index];
        return known == null || known.get(slot);
    }

    /** Whether other variables hold their values before the instruction than before the one above it in the class file. */
    public boolean changesAt(int index) {
        return index > 0 && !Objects.equals(before[index], before[index - 1]);
    }

    private void solve(int variables) {
        BitSet everything = new BitSet();
        everything.set(0, variables);
        before[0] = everything;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < before.length; i++) {
                BitSet known = before[i];
                if (known != null) {
                    changed |= pass(i, known);
                }
            }
        }
    }

    private boolean pass(int index, BitSet known) {
        BitSet after = (BitSet) known.clone();
        BitSet survivors = saved.get(index);
        if (survivors != null) {
            after.and(survivors);
        }
        boolean changed = false;
        for (int handler : flow.handlers(index)) {
            changed |= meet(handler, after);
        }
        if (flow.instruction(index) instanceof VarInsnNode variable && variable.getOpcode() >= Opcodes.ISTORE) {
            after.set(variable.var);
        }
        for (int next : flow.successors(index)) {
            changed |= meet(next, after);
        }
        return changed;
    }

    private boolean meet(int index, BitSet arriving) {
        BitSet known = before[index];
        if (known == null) {
            before[index] = (BitSet) arriving.clone();
            return true;
        }
        int held = known.cardinality();
        known.and(arriving);
        return known.cardinality() != held;
    }
}
