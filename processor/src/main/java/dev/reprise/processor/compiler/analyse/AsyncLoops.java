package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.compiler.read.AsyncLoopCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the loops that wait for each element: {@code for (var x : await(source))}.
 *
 * <p>Compilers keep the iterator of such a loop in a variable of type {@code Iterator} and call {@code Iterator.hasNext()},
 * so what the variable holds is followed from {@code AwaitIterable.iterator()} on.
 */
public final class AsyncLoops {

    private final Flow flow;

    /** The variables that hold such an iterator on every way to an instruction; null while no way is known. */
    private final List<@Nullable BitSet> before = new ArrayList<>();

    private final Deque<Integer> open = new ArrayDeque<>();

    private AsyncLoops(Flow flow) {
        this.flow = flow;
        for (int i = 0; i < flow.length(); i++) {
            before.add(null);
        }
    }

    /** The indexes of the {@code hasNext} calls that wait. */
    public static List<Integer> waitingCalls(Flow flow) {
        AsyncLoops loops = new AsyncLoops(flow);
        loops.follow();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < flow.length(); i++) {
            if (loops.waits(i)) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean isHasNext(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call
                && call.owner.equals("java/util/Iterator")
                && call.name.equals("hasNext");
    }

    private boolean waits(int index) {
        AbstractInsnNode node = flow.instruction(index);
        if (AsyncLoopCall.HAS_NEXT.isMadeBy(node)) {
            return true;
        }
        BitSet known = before.get(index);
        return known != null
                && isHasNext(node)
                && flow.adjacentBefore(index)
                        .filter(it -> loadsOneOf(known, it))
                        .isPresent();
    }

    private void follow() {
        reach(0, new BitSet());
        while (!open.isEmpty()) {
            int index = open.pop();
            BitSet known = before.get(index);
            if (known == null) {
                throw new AssertionError("instruction " + index + " was reached by no way");
            }
            for (int handler : flow.handlers(index)) {
                reach(handler, known);
            }
            BitSet after = after(index, known);
            for (int successor : flow.successors(index)) {
                reach(successor, after);
            }
        }
    }

    private void reach(int index, BitSet arriving) {
        BitSet known = before.get(index);
        if (known == null) {
            before.set(index, (BitSet) arriving.clone());
            open.push(index);
            return;
        }
        int size = known.cardinality();
        known.and(arriving);
        if (known.cardinality() < size) {
            open.push(index);
        }
    }

    private BitSet after(int index, BitSet known) {
        if (!(flow.instruction(index) instanceof VarInsnNode store) || store.getOpcode() < Opcodes.ISTORE) {
            return known;
        }
        BitSet after = (BitSet) known.clone();
        boolean wide = store.getOpcode() == Opcodes.LSTORE || store.getOpcode() == Opcodes.DSTORE;
        after.clear(store.var, store.var + (wide ? 2 : 1));
        if (store.getOpcode() == Opcodes.ASTORE) {
            Optional<AbstractInsnNode> value = flow.adjacentBefore(index);
            after.set(
                    store.var,
                    value.filter(it -> AsyncLoopCall.isIterator(it) || loadsOneOf(known, it))
                            .isPresent());
        }
        return after;
    }

    private static boolean loadsOneOf(BitSet variables, AbstractInsnNode node) {
        return node.getOpcode() == Opcodes.ALOAD && variables.get(((VarInsnNode) node).var);
    }
}
