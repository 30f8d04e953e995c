package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.ElementType;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The second body of a generator, which runs from the begin to the end: a yield calls whoever wants all the values, and a
 * {@code yieldFrom} of a generator of the same class calls that one's second body.
 *
 * <p>What is thrown by who takes the values is not the generator's: it passes, while the end of another generator that the
 * generator's own code did not catch becomes an {@code IllegalStateException}.
 */
public final class PushMethod {

    private final MethodAnalysis analysis;
    private final Coroutine coroutine;
    private final PushBodies bodies;
    private final Flow flow;
    private final ElementType elements;
    private final Slots slots;
    private final LiveTypes types;
    private final MethodNode out;
    private final Code code;
    private final Map<Integer, SuspensionPoint> points = new HashMap<>();
    private final Set<AbstractInsnNode> leftOut = new HashSet<>();
    private final List<Runnable> coldCode = new ArrayList<>();

    /** Where the generator's own code begins and ends, in turn: calls of who takes the values are between. */
    private final List<Label> ownCode = new ArrayList<>();

    private PushMethod(MethodAnalysis analysis, PushBodies bodies) {
        this.analysis = analysis;
        this.bodies = bodies;
        coroutine = analysis.coroutine();
        flow = analysis.flow();
        elements = analysis.elements();
        slots = Slots.pushing(coroutine, elements.consumer());
        types = new LiveTypes(analysis);
        out = BodyMethod.declare(coroutine, coroutine.pushDescriptor(elements.consumer()));
        code = new Code(out);
        for (SuspensionPoint point : analysis.points()) {
            points.put(point.index(), point);
            if (point.operation() == SuspendingCall.YIELD) {
                elements.boxing(flow, point).ifPresent(leftOut::add);
            } else if (bodies.calledAt(point, analysis).isPresent()) {
                flow.adjacentBefore(point.index()).ifPresent(leftOut::add);
            }
        }
    }

    /** Writes the second body of one of {@code bodies}; the first one has been written. */
    public static MethodNode emit(MethodAnalysis analysis, PushBodies bodies) {
        PushMethod body = new PushMethod(analysis, bodies);
        body.write();
        return body.out;
    }

    private void write() {
        ownLabels();
        out.visitCode();
        markOwnCode();
        for (int i = 0; i < flow.length(); i++) {
            writeInstruction(i);
        }
        markOwnCode();
        coldCode.forEach(Runnable::run);
        writeExceptionTable();
        DebugTables.copy(coroutine.method(), out, slots::of);
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    private void writeExceptionTable() {
        for (TryCatchBlockNode block : coroutine.method().tryCatchBlocks) {
            out.visitTryCatchBlock(block.start.getLabel(), block.end.getLabel(), block.handler.getLabel(), block.type);
        }
        // catch (GeneratorEnd end) { throw Push.lost(end, "Class.method"); }
        Label lost = new Label();
        for (int i = 0; i < ownCode.size(); i += 2) {
            out.visitTryCatchBlock(ownCode.get(i), ownCode.get(i + 1), lost, Abi.GENERATOR_END);
        }
        code.label(lost)
                .frame(slots.frameLocals(List.of()), List.of(Abi.GENERATOR_END))
                .push(name())
                .invokeStatic(Abi.PUSH, "lost", "(Ljava/lang/Throwable;Ljava/lang/String;)Ljava/lang/RuntimeException;")
                .insn(Opcodes.ATHROW);
    }

    private void markOwnCode() {
        Label here = new Label();
        code.label(here);
        ownCode.add(here);
    }

    private String name() {
        return coroutine.owner().name.replace('/', '.') + "." + coroutine.method().name;
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
            // return Ended.value(returned, "Class.method");
            code.push(name())
                    .invokeStatic(
                            Abi.ENDED,
                            "value",
                            "(" + Abi.OBJECT_DESCRIPTOR + "Ljava/lang/String;)" + Abi.OBJECT_DESCRIPTOR)
                    .insn(Opcodes.ARETURN);
        } else if (node instanceof MethodInsnNode call && GeneratorEnd.is(call)) {
            GeneratorEnd.write(code, call);
        } else {
            slots.copy(node, out);
        }
    }

    private void writeFrame(int index) {
        int next = flow.realFrom(index);
        List<Object> stack = analysis.types().before(next).orElseThrow().stack();
        code.frame(slots.frameLocals(types.before(next)), stack);
    }

    /** The operand stack holds the value to give out, or what to delegate to. */
    private void writeYield(SuspensionPoint point) {
        if (point.operation().delegates()) {
            Optional<Coroutine> callee = bodies.calledAt(point, analysis);
            if (callee.isPresent()) {
                callBody(callee.get(), point);
            } else {
                passFrom(point);
            }
            if (!BodyMethod.writeOutcome(code, point.operation()) && flow.isFramed(point.index() + 1)) {
                code.insn(Opcodes.NOP); // two frames cannot stand at one place
            }
            return;
        }
        // consumer.accept(value); value = null;
        if (elements == ElementType.OBJECT) {
            code.loadReference(slots.consumer()).insn(Opcodes.SWAP);
        } else {
            PrimitiveYield.arrange(code, elements, flow, point, slots.consumer());
        }
        markOwnCode();
        code.invokeInterface(
                elements.consumer(), "accept", "(" + elements.type().getDescriptor() + ")V");
        markOwnCode();
        code.insn(Opcodes.ACONST_NULL);
    }

    /** {@code outcome = push.from(Push.frame(values), room);} */
    private void passFrom(SuspensionPoint point) {
        code.invokeStatic(
                Abi.PUSH, "frame", "(" + BodyMethod.yieldedType(point.operation()) + ")L" + Abi.GENERATOR_FRAME + ";");
        runOther();
    }

    /** The operand stack holds the frame of another generator. */
    private void runOther() {
        code.loadReference(slots.push()).insn(Opcodes.SWAP).loadInt(slots.room());
        markOwnCode();
        code.invokeVirtual(Abi.PUSH, "from", "(L" + Abi.GENERATOR_FRAME + ";I)" + Abi.OBJECT_DESCRIPTOR);
        markOwnCode();
    }

    /** The operand stack holds the callee's arguments. */
    private void callBody(Coroutine callee, SuspensionPoint point) {
        // outcome = room == 0 ? push.from(Frame.within(…, null), room) : m(…, consumer, push, room - 1);
        Label deep = new Label();
        Label passed = new Label();
        code.loadInt(slots.room())
                .jump(Opcodes.IFEQ, deep)
                .loadReference(slots.consumer())
                .loadReference(slots.push())
                .loadInt(slots.room())
                .push(1)
                .insn(Opcodes.ISUB);
        markOwnCode();
        code.invoke(
                callee.bodyOpcode(),
                callee.owner().name,
                callee.method().name,
                callee.pushDescriptor(elements.consumer()),
                callee.inInterface());
        code.label(passed).frame(slots.frameLocals(types.after(point)), SaveCode.with(point.base(), Abi.OBJECT));
        markOwnCode();
        int call = flow.indexAdjacentBefore(point.index()).orElseThrow();
        coldCode.add(() -> {
            code.label(deep)
                    .frame(
                            slots.frameLocals(types.before(call)),
                            analysis.types().before(call).orElseThrow().stack())
                    .line(flow.line(call), deep);
            markOwnCode();
            code.insn(Opcodes.ACONST_NULL);
            FrameClass.makeWithin(code, callee);
            runOther();
            code.jump(Opcodes.GOTO, passed);
            markOwnCode();
        });
    }
}
