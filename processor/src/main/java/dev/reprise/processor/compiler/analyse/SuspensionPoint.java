package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A point where the coroutine may stop: one call to {@code await} or {@code yield}.
 *
 * @param label its number, from 1 in the order of the class file
 * @param index index of the suspending call
 * @param operation the call
 * @param fused the coroutine that makes what is awaited or delegated to, if the call just before is one of a method
 *     known here: nobody else gets that object, so there need be none
 * @param types state before the suspending call
 * @param live variables needed after it
 * @param loops first instructions of the loops around it, the outermost loop first
 * @param ranges exception table entries that cover it
 * @param line its line in the source
 */
public record SuspensionPoint(
        int label,
        int index,
        SuspendingCall operation,
        Optional<Coroutine> fused,
        TypeState types,
        BitSet live,
        List<Integer> loops,
        List<TryCatchBlockNode> ranges,
        int line) {

    /** The operand stack below what the suspending call takes. */
    public List<Object> base() {
        return types.stackBelow(1);
    }

    /** Live variables that hold a value: slot by slot, in order. */
    public List<Integer> liveSlots() {
        return live.stream()
                .filter(slot -> types.local(slot) != Opcodes.TOP)
                .boxed()
                .toList();
    }
}
