package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.lower.FrameLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * The types that the stack map of the body declares. Only live variables are declared: a resumed body has restored no
 * others, and nobody reads them.
 */
final class LiveTypes {

    private final MethodAnalysis analysis;
    private final boolean receiverKept;

    LiveTypes(MethodAnalysis analysis) {
        this.analysis = analysis;
        receiverKept = FrameLayout.keepsReceiver(analysis.coroutine());
    }

    /** Types by source slot of the variables that are live before an instruction. */
    List<Object> before(int index) {
        TypeState state = analysis.types()
                .before(index)
                .orElseThrow(() -> new AssertionError("instruction " + index + " cannot be reached"));
        return only(analysis.liveness().before(index), state.locals());
    }

    /** Types by source slot of the variables that are live once the suspending call has completed. */
    List<Object> after(SuspensionPoint point) {
        return only(point.live(), point.types().locals());
    }

    /** Whether the receiver is in its slot wherever the body is. */
    boolean receiverKept() {
        return receiverKept;
    }

    /** The types of {@code locals} whose slots are in {@code live}. */
    List<Object> only(BitSet live, List<Object> locals) {
        List<Object> types = new ArrayList<>(locals.size());
        for (int slot = 0; slot < locals.size(); slot++) {
            boolean kept = live.get(slot) || slot == 0 && receiverKept;
            types.add(kept ? locals.get(slot) : Opcodes.TOP);
        }
        return types;
    }
}
