package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.ElementType;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The second body of a generator, which runs from the begin to the end: a yield hands its value to whoever wants them all.
 * No yield may be inside a try block, which would see what that one throws.
 */
public final class PushMethod {

    /** Instructions, labels included, from which on a method is not worth having twice. */
    private static final int LONG_METHOD = 1_000;

    private final MethodAnalysis analysis;
    private final Coroutine coroutine;
    private final Flow flow;
    private final Slots slots;
    private final LiveTypes types;
    private final MethodNode out;
    private final Code code;
    private final Map<Integer, SuspensionPoint> points = new HashMap<>();
    private final Set<AbstractInsnNode> leftOut = new HashSet<>();

    private PushMethod(MethodAnalysis analysis) {
        this.analysis = analysis;
        coroutine = analysis.coroutine();
        flow = analysis.flow();
        slots = new Slots(coroutine, false);
        types = new LiveTypes(analysis);
        out = BodyMethod.declare(coroutine, coroutine.pushDescriptor());
        code = new Code(out);
        for (SuspensionPoint point : analysis.points()) {
            points.put(point.index(), point);
            if (point.operation() == SuspendingCall.YIELD) {
                analysis.elements().boxing(flow, point).ifPresent(leftOut::add);
            }
        }
    }

    /** Whether a coroutine has such a body. */
    public static boolean suits(MethodAnalysis analysis) {
        return analysis.coroutine().kind().isGenerator()
                && !analysis.coroutine().isPacked()
                && !analysis.points().isEmpty()
                && analysis.points().stream().allMatch(point -> point.ranges().isEmpty())
                && analysis.flow().length() < LONG_METHOD;
    }

    /** Writes the second body; the first one has been written. */
    public static MethodNode emit(MethodAnalysis analysis) {
        PushMethod body = new PushMethod(analysis);
        body.write();
        return body.out;
    }

    private void write() {
        ownLabels();
        out.visitCode();
        for (int i = 0; i < flow.length(); i++) {
            writeInstruction(i);
        }
        for (TryCatchBlockNode block : coroutine.method().tryCatchBlocks) {
            out.visitTryCatchBlock(block.start.getLabel(), block.end.getLabel(), block.handler.getLabel(), block.type);
        }
        DebugTables.copy(coroutine.method(), out, slots::of);
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    /** ASM notes in a label where the method that was written first has it. */
    private void ownLabels() {
        for (int i = 0; i < flow.length(); i++) {
            if (flow.instruction(i) instanceof LabelNode label) {
                label.getLabel().info = null;
            }
        }
    }

    private void writeInstruction(int index) {
        AbstractInsnNode node = flow.instruction(index);
        if (leftOut.contains(node)) {
            return;
        }
        SuspensionPoint point = points.get(index);
        if (point != null) {
            writeYield(point);
        } else if (node instanceof FrameNode) {
            writeFrame(index);
        } else if (node.getOpcode() == Opcodes.ARETURN) {
            code.loadReference(slots.frame())
                    .insn(Opcodes.SWAP)
                    .invokeVirtual(Abi.GENERATOR_FRAME, "ended", "(" + Abi.OBJECT_DESCRIPTOR + ")V")
                    .insn(Opcodes.RETURN);
        } else if (node instanceof MethodInsnNode call && GeneratorEnd.is(call)) {
            GeneratorEnd.write(code, call);
        } else if (node instanceof VarInsnNode variable) {
            out.visitVarInsn(variable.getOpcode(), slots.of(variable.var));
        } else if (node instanceof IincInsnNode increment) {
            out.visitIincInsn(slots.of(increment.var), increment.incr);
        } else {
            node.accept(out);
        }
    }

    private void writeFrame(int index) {
        int next = index;
        while (flow.instruction(next).getOpcode() < 0) {
            next++;
        }
        List<Object> stack = analysis.types().before(next).orElseThrow().stack();
        code.frame(slots.frameLocals(types.before(next)), stack);
    }

    /** The operand stack holds the value to give out, or what to delegate to. */
    private void writeYield(SuspensionPoint point) {
        ElementType elements = analysis.elements();
        if (point.operation() != SuspendingCall.YIELD) {
            // value = frame.passFrom(values);
            String values = BodyMethod.yieldedType(point.operation());
            code.loadReference(slots.frame())
                    .insn(Opcodes.SWAP)
                    .invokeVirtual(Abi.GENERATOR_FRAME, "passFrom", "(" + values + ")" + Abi.OBJECT_DESCRIPTOR);
        } else if (elements == ElementType.OBJECT) {
            // frame.pass(value); value = null;
            code.loadReference(slots.frame())
                    .insn(Opcodes.SWAP)
                    .invokeVirtual(Abi.GENERATOR_FRAME, "pass", "(" + Abi.OBJECT_DESCRIPTOR + ")V")
                    .insn(Opcodes.ACONST_NULL);
        } else {
            PrimitiveYield.arrange(code, elements, flow, point, slots.frame());
            code.invokeVirtual(
                            elements.frameBase(), "pass", "(" + elements.type().getDescriptor() + ")V")
                    .insn(Opcodes.ACONST_NULL);
        }
        String type = point.operation().valueType();
        if (!type.equals(Abi.OBJECT)) {
            code.checkCast(type);
        }
    }
}
