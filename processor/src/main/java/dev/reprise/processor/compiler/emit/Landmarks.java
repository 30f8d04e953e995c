package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.TypeState;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;

/** Places in the method's own code that the code behind it jumps to. */
final class Landmarks {

    private final MethodAnalysis analysis;
    private final List<Label> continuations = new ArrayList<>();

    Landmarks(MethodAnalysis analysis) {
        this.analysis = analysis;
        analysis.points().forEach(point -> continuations.add(new Label()));
    }

    /** Where a point goes on with its outcome on the stack. */
    Label continuation(SuspensionPoint point) {
        return continuations.get(point.label() - 1);
    }

    /** The label of a loop's header. */
    Label header(int firstInstruction) {
        for (AbstractInsnNode node =
                        analysis.flow().instruction(firstInstruction).getPrevious();
                node != null && node.getOpcode() < 0;
                node = node.getPrevious()) {
            if (node instanceof LabelNode label) {
                return label.getLabel();
            }
        }
        throw new AssertionError("loop at instruction " + firstInstruction + " has no label");
    }

    /** The verifier's view before an instruction of the method's own code. */
    TypeState stateBefore(int index) {
        return analysis.types()
                .before(index)
                .orElseThrow(() -> new AssertionError("instruction " + index + " cannot be reached"));
    }
}
