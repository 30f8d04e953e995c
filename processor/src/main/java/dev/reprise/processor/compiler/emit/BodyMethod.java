package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.ElementType;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.analyse.Wrapper;
import dev.reprise.processor.compiler.lower.Dispatch;
import dev.reprise.processor.compiler.lower.Ending;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.lower.Linkage;
import dev.reprise.processor.compiler.lower.Unboxing;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The resumable code of a coroutine: the method's own instructions in their order, each suspending call followed by a test
 * whether it suspended; behind them the cold code that saves, dispatches and restores.
 */
public final class BodyMethod {

    /** Instructions, labels included, from which on a method is long; 4,000 are about 8 KB. */
    private static final int LONG_METHOD = 4_000;

    private final MethodAnalysis analysis;
    private final Coroutine coroutine;
    private final Flow flow;
    private final FrameLayout layout;
    private final Slots slots;
    private final LiveTypes types;
    private final FrameAccess frame;
    private final SaveCode saving;
    private final ResumeCode resuming;
    private final Landmarks landmarks;
    private final DelegationCode delegation;
    private final Linkage linkage;
    private final Unboxing unboxing;
    private final Type result;
    private final Scopes scopes;
    private final Dispatch.Hub dispatch;
    private final MethodNode out;
    private final Code code;

    private final Map<Integer, SuspensionPoint> points = new HashMap<>();
    private final Map<Integer, Ending> endings = new HashMap<>();
    private final Map<Integer, Dispatch.Hub> headers = new HashMap<>();
    private final Map<Integer, LineNumberNode> linesOfHeaders = new HashMap<>();
    private final Set<AbstractInsnNode> leftOut = new HashSet<>();
    private final List<Runnable> coldCode = new ArrayList<>();
    private final Label start = new Label();

    private BodyMethod(MethodAnalysis analysis, FrameLayout layout, Linkage linkage) {
        this.analysis = analysis;
        this.layout = layout;
        this.linkage = linkage;
        coroutine = analysis.coroutine();
        flow = analysis.flow();
        result = linkage.result(coroutine);
        unboxing = Unboxing.of(analysis, linkage.calls(), linkage.results());
        leftOut.addAll(unboxing.superfluous());
        dispatch = Dispatch.of(analysis, layout, unboxing);
        slots = Slots.resumable(coroutine, linkage.recursion().counts(coroutine), Dispatch.goesByLabel(dispatch));
        types = new LiveTypes(analysis);
        scopes = new Scopes(analysis, types.receiverKept());
        frame = new FrameAccess(coroutine, slots.frame());
        landmarks = new Landmarks(analysis);
        saving = new SaveCode(coroutine, result, layout, slots, types, frame);
        delegation = new DelegationCode(coroutine, flow, layout, slots, types, frame, landmarks);
        resuming = new ResumeCode(layout, slots, types, frame, landmarks, unboxing);
        out = declare(coroutine, linkage.bodyDescriptor(coroutine));
        code = new Code(out);
        analysis.points().forEach(this::plan);
        planEndings();
        planHeaders(dispatch);
    }

    /** The body and the methods of the frame class that it calls. */
    public record Emitted(MethodNode method, Map<SaveHelper, String> helpers) {}

    /**
     * Writes the body of an analysed coroutine.
     *
     * @param linkage how it calls the bodies of other coroutines of the class
     */
    public static Emitted emit(MethodAnalysis analysis, FrameLayout layout, Linkage linkage) {
        BodyMethod body = new BodyMethod(analysis, layout, linkage);
        body.write();
        return new Emitted(body.out, body.saving.helpers());
    }

    /** A method for code of a coroutine. */
    static MethodNode declare(Coroutine coroutine, String descriptor) {
        int placement = coroutine.inInterface()
                ? Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC
                : coroutine.hasInstanceBody() ? Opcodes.ACC_FINAL : Opcodes.ACC_STATIC;
        int access = placement | Opcodes.ACC_SYNTHETIC | coroutine.method().access & Opcodes.ACC_STRICT;
        return new MethodNode(
                Opcodes.ASM9,
                access,
                coroutine.method().name,
                descriptor,
                null,
                coroutine.method().exceptions.toArray(String[]::new));
    }

    private void plan(SuspensionPoint point) {
        points.put(point.index(), point);
        if (point.fused().isPresent()) {
            flow.adjacentBefore(point.index()).ifPresent(leftOut::add);
        }
        if (keepsPrimitive(point)) {
            analysis.elements().boxing(flow, point).ifPresent(leftOut::add);
        }
    }

    private void planEndings() {
        if (coroutine.kind().yields()) {
            return;
        }
        for (int i = 0; i < flow.length(); i++) {
            if (flow.instruction(i).getOpcode() == Opcodes.ARETURN) {
                Ending ending = Ending.at(i, analysis, linkage.calls());
                endings.put(i, ending);
                if (ending instanceof Ending.Value value) {
                    leftOut.add(value.wrapper());
                } else if (ending instanceof Ending.TailCall tail) {
                    leftOut.add(tail.call());
                }
            }
        }
    }

    private void planHeaders(Dispatch.Hub hub) {
        for (Dispatch.Hub loop : hub.loops()) {
            headers.put(loop.header(), loop);
            for (int i = loop.header() - 1; i >= 0 && flow.instruction(i).getOpcode() < 0; i--) {
                if (flow.instruction(i) instanceof LineNumberNode line) {
                    leftOut.add(line);
                    linesOfHeaders.putIfAbsent(loop.header(), line);
                }
            }
            planHeaders(loop);
        }
    }

    private void write() {
        out.visitCode();
        Label resumed = new Label();
        writeEntry(resumed);
        for (int i = 0; i < flow.length(); i++) {
            writeInstruction(i);
        }
        saving.emit(code);
        coldCode.forEach(Runnable::run);
        if (!entersFirst() && !analysis.points().isEmpty()) {
            code.label(resumed).frame(slots.frameLocals(slots.entryTypes()), List.of());
            resuming.enter(code, dispatch, start);
        }
        resuming.emit(out, dispatch);
        writeExceptionTable();
        DebugTables.copy(coroutine.method(), out, slots::of, scopes);
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    /**
     * Whether the dispatch stands at the entry. A generator always has a frame, so it always goes there; in a long method
     * the end, where it stands otherwise, is farther than a jump reaches.
     */
    private boolean entersFirst() {
        return coroutine.kind().yields() || flow.length() > LONG_METHOD;
    }

    /** {@code if (frame != null) goto resumed;} */
    private void writeEntry(Label resumed) {
        if (analysis.points().isEmpty()) {
            unpackArguments();
            noteRoom();
            return;
        }
        if (!coroutine.kind().yields()) {
            if (slots.hasLabel()) {
                code.push(0).storeInt(slots.label());
            }
            code.loadReference(slots.frame());
            if (entersFirst()) {
                code.jump(Opcodes.IFNULL, start);
            } else {
                code.jump(Opcodes.IFNONNULL, resumed);
            }
        }
        if (entersFirst()) {
            resuming.enter(code, dispatch, start);
        }
        code.label(start).frame(slots.frameLocals(slots.entryTypes()), List.of());
        unpackArguments();
        noteRoom();
        separateFrames(0);
    }

    private void noteRoom() {
        if (linkage.recursion().notes(coroutine)) {
            code.noteRoom(slots.context(), slots.room());
        }
    }

    private void unpackArguments() {
        if (!coroutine.isPacked()) {
            return;
        }
        int slot = 0;
        for (FrameField argument : layout.parameters()) {
            frame.read(code, argument);
            code.store(argument.type(), slots.of(slot));
            slot += argument.type().getSize();
        }
    }

    /** Two frames cannot stand at one place: neither here nor behind instructions that are left out. */
    private void separateFrames(int next) {
        int real = next;
        while (!flow.isFramed(real) && leftOut.contains(flow.instruction(flow.realFrom(real)))) {
            real = flow.realFrom(real) + 1;
        }
        if (flow.isFramed(real)) {
            code.insn(Opcodes.NOP);
        }
    }

    private void writeInstruction(int index) {
        AbstractInsnNode node = flow.instruction(index);
        scopes.mark(code, index);
        if (node instanceof FrameNode) {
            writeFrame(index);
            return;
        }
        Dispatch.Hub loop = headers.get(index);
        if (loop != null) {
            // if (label != 0) goto <where the loop goes on>;
            code.loadInt(slots.label()).jump(Opcodes.IFNE, resuming.afterHeader(loop));
            LineNumberNode line = linesOfHeaders.get(index);
            if (line != null) {
                // not before that: a breakpoint would stop whenever the body is on its way back into the loop
                Label begin = new Label();
                code.label(begin).line(line.line, begin);
            }
        }
        if (leftOut.contains(node)) {
            return;
        }
        SuspensionPoint point = points.get(index);
        if (point != null) {
            writePoint(point);
        } else if (endings.containsKey(index)) {
            writeEnding(index, endings.get(index));
        } else if (coroutine.kind().yields() && node.getOpcode() == Opcodes.ARETURN) {
            // frame.ended(returned); return false;
            if (returnsNothing(index)) {
                code.insn(Opcodes.POP);
            } else {
                code.loadReference(slots.frame())
                        .insn(Opcodes.SWAP)
                        .invokeVirtual(coroutine.kind().frameBase(), "ended", "(" + Abi.OBJECT_DESCRIPTOR + ")V");
            }
            leave(false);
        } else if (coroutine.kind().yields() && node instanceof MethodInsnNode call && GeneratorEnd.is(call)) {
            GeneratorEnd.write(code, call);
        } else if (unboxing.dropsWide(node)) {
            code.insn(Opcodes.POP2);
        } else {
            slots.copy(node, out);
        }
    }

    /**
     * Whether a generator returns {@code Generator.end()}. C2 does not inline what runs once for many elements, and a call that
     * takes the frame would keep it from having the frame's fields in registers.
     */
    private boolean returnsNothing(int areturn) {
        OptionalInt before = flow.indexAdjacentBefore(areturn);
        if (before.isPresent() && flow.instruction(before.getAsInt()).getOpcode() == Opcodes.CHECKCAST) {
            before = flow.indexAdjacentBefore(before.getAsInt());
        }
        return coroutine.kind().isGenerator()
                && before.isPresent()
                && flow.instruction(before.getAsInt()) instanceof MethodInsnNode call
                && GeneratorEnd.is(call)
                && Type.getArgumentCount(call.desc) == 0;
    }

    private void writeFrame(int index) {
        int next = flow.realFrom(index);
        List<Object> locals = slots.frameLocals(types.before(next));
        code.frame(locals, landmarks.stateBefore(next).stack());
    }

    private void writePoint(SuspensionPoint point) {
        if (point.operation().yields()) {
            writeYield(point);
        } else {
            Label save = new Label();
            writeAwait(point, save);
            writeTest(point, save);
        }
        code.label(landmarks.continuation(point))
                .frame(
                        slots.frameLocals(types.after(point)),
                        SaveCode.with(point.base(), TypeState.of(type(unboxing.continuedAt(point)))));
        if (!writeOutcome(code, point.operation())) {
            separateFrames(point.index() + 1);
        }
    }

    /** The operand stack holds what the suspending call returned; then what the method goes on with. */
    private void writeTest(SuspensionPoint point, Label save) {
        Type returned = type(unboxing.returnedAt(point));
        if (unboxing.isNeverNull(point)) {
            // if (value == null) goto save; – and there: if (context.suspension == 0) goto continuation;
            code.insn(Opcodes.DUP).jump(Opcodes.IFNULL, save);
            saving.saveIfSuspended(point, save, landmarks.continuation(point));
            return;
        }
        // if (context.suspension != 0) goto save;
        code.ifSuspended(slots.context(), save);
        saving.saveLater(point, returned, save);
        if (unboxing.continuedAt(point).isEmpty()) {
            code.box(returned);
        }
    }

    private static Type type(Optional<Wrapper> primitive) {
        return primitive.map(Wrapper::primitive).orElse(Type.getObjectType(Abi.OBJECT));
    }

    /**
     * Makes what the source has of the outcome on the stack: null where it is declared so.
     *
     * @return whether that takes code
     */
    static boolean writeOutcome(Code code, SuspendingCall operation) {
        if (operation.valueType().equals(Abi.OBJECT)) {
            return false;
        }
        code.insn(Opcodes.POP).insn(Opcodes.ACONST_NULL);
        return true;
    }

    /** The operand stack holds the value to give out, or what to delegate to. */
    private void writeYield(SuspensionPoint point) {
        // frame.give(value, label); <save>; return true;
        // frame.delegate(values, label); <save>; return false;
        boolean yielded = point.operation() == SuspendingCall.YIELD;
        if (!yielded) {
            delegation.emit(code, point);
        } else if (keepsPrimitive(point)) {
            ElementType elements = analysis.elements();
            PrimitiveYield.arrange(code, elements, flow, point, slots.frame());
            code.push(point.label())
                    .invokeVirtual(
                            elements.frameBase(), "give", "(" + elements.type().getDescriptor() + "I)V");
        } else {
            code.loadReference(slots.frame())
                    .insn(Opcodes.SWAP)
                    .push(point.label())
                    .invokeVirtual(coroutine.kind().frameBase(), "give", "(" + Abi.OBJECT_DESCRIPTOR + "I)V");
        }
        saving.writeAll(code, point);
        leave(yielded);
    }

    private boolean keepsPrimitive(SuspensionPoint point) {
        return point.operation() == SuspendingCall.YIELD && analysis.elements() != ElementType.OBJECT;
    }

    /** Descriptor of what a yield takes off the operand stack. */
    static String yieldedType(SuspendingCall operation) {
        return switch (operation) {
            case YIELD -> Abi.OBJECT_DESCRIPTOR;
            case YIELD_FROM_GENERATOR, YIELD_FROM_ITERATOR -> "Ljava/util/Iterator;";
            case YIELD_FROM_ITERABLE -> "Ljava/lang/Iterable;";
            case YIELD_FROM_STREAM -> "Ljava/util/stream/BaseStream;";
            case AWAIT, AWAIT_STAGE -> throw new AssertionError("await in a generator passed the checks");
        };
    }

    /** Returns from the body of what yields: a generator says whether it yielded, an async generator's frame knows. */
    private void leave(boolean yielded) {
        if (coroutine.kind().isGenerator()) {
            code.push(yielded ? 1 : 0).insn(Opcodes.IRETURN);
        } else {
            code.insn(Opcodes.ACONST_NULL).insn(Opcodes.ARETURN);
        }
    }

    private void writeAwait(SuspensionPoint point, Label save) {
        Optional<Coroutine> callee = point.fused();
        if (callee.isPresent()) {
            callBody(callee.get(), point.index(), () -> {
                unboxing.returnedAt(point)
                        .ifPresent(wrapper -> code.insn(Opcodes.POP).pushDefault(wrapper.primitive()));
                code.jump(Opcodes.GOTO, save);
            });
            return;
        }
        code.loadReference(slots.context());
        switch (point.operation()) {
            case AWAIT -> awaitObject();
            case AWAIT_STAGE -> awaitStage();
            case YIELD, YIELD_FROM_GENERATOR, YIELD_FROM_ITERATOR, YIELD_FROM_ITERABLE, YIELD_FROM_STREAM ->
                throw new AssertionError("yield outside of a generator passed the checks");
        }
    }

    /**
     * The operand stack holds the callee's arguments.
     *
     * @param index of what takes the coroutine that the call before it would make
     * @param parked writes how to go on with a null on the stack when the callee was parked instead
     */
    private void callBody(Coroutine callee, int index, Runnable parked) {
        if (!linkage.recursion().includes(coroutine, callee)) {
            if (linkage.recursion().counts(callee)) {
                code.readRoom(slots.context());
            }
            callBody(callee);
            return;
        }
        // if (room < slots) goto deep; <call, with room - slots>; context.room(room);
        Label deep = new Label();
        code.loadInt(slots.room()).push(callee.stackSlots()).jump(Opcodes.IF_ICMPLT, deep);
        code.loadInt(slots.room()).push(callee.stackSlots()).insn(Opcodes.ISUB);
        callBody(callee);
        noteRoom();
        int call = flow.indexAdjacentBefore(index).orElseThrow();
        coldCode.add(() -> {
            // context.park(m(…));
            List<Object> locals = slots.frameLocals(types.before(call));
            List<Object> stack = landmarks.stateBefore(call).stack();
            code.hiddenLine(flow.line(call), locals, stack).label(deep).frame(locals, stack);
            flow.instruction(call).accept(out);
            code.loadReference(slots.context())
                    .insn(Opcodes.SWAP)
                    .invokeVirtual(Abi.CONTEXT, "park", "(L" + Abi.ASYNC + ";)" + Abi.OBJECT_DESCRIPTOR);
            parked.run();
        });
    }

    private void callBody(Coroutine callee) {
        code.loadReference(slots.context())
                .insn(Opcodes.ACONST_NULL)
                .invoke(
                        callee.bodyOpcode(),
                        callee.owner().name,
                        callee.method().name,
                        linkage.bodyDescriptor(callee),
                        callee.inInterface());
    }

    private void awaitObject() {
        code.invokeInterface(Abi.AWAITABLE, "awaitIn", "(" + Abi.CONTEXT_DESCRIPTOR + ")" + Abi.OBJECT_DESCRIPTOR);
    }

    private void awaitStage() {
        code.invokeStatic(
                Abi.STAGE_SUSPENSION,
                "await",
                "(L" + Abi.COMPLETION_STAGE + ";" + Abi.CONTEXT_DESCRIPTOR + ")" + Abi.OBJECT_DESCRIPTOR);
    }

    private void writeEnding(int index, Ending ending) {
        if (ending instanceof Ending.Value value) {
            if (value.isEmpty()) {
                code.insn(Opcodes.ACONST_NULL);
            }
            code.returnValue(result);
        } else if (ending instanceof Ending.TailCall tail) {
            writeTailCall(tail.callee(), index);
        } else if (flow.ranges(index).isEmpty()) {
            writeTailAwait();
        } else {
            // what the returned object does is not inside the try blocks around the return
            Label tail = new Label();
            code.jump(Opcodes.GOTO, tail);
            List<Object> stack = landmarks.stateBefore(index).stack();
            coldCode.add(() -> {
                List<Object> locals = slots.frameLocals(List.of());
                code.hiddenLine(flow.line(index), locals, stack).label(tail).frame(locals, stack);
                writeTailAwait();
            });
        }
    }

    /** The operand stack holds the callee's arguments; what it returns is what we return. */
    private void writeTailCall(Coroutine callee, int index) {
        callBody(callee, index, () -> {
            if (unboxing.returned().isPresent()) {
                code.insn(Opcodes.POP).pushDefault(result);
            }
            code.returnValue(result);
        });
        Type returned = linkage.result(callee);
        if (!returned.equals(result)) {
            // if (context.suspension != 0) return null; return Integer.valueOf(<returned>);
            Label suspended = new Label();
            code.ifSuspended(slots.context(), suspended).box(returned);
            List<Object> stack = List.of(TypeState.of(returned));
            coldCode.add(() -> {
                List<Object> locals = slots.frameLocals(List.of());
                code.hiddenLine(flow.line(index), locals, stack)
                        .label(suspended)
                        .frame(locals, stack);
                code.pop(returned).pushDefault(result).returnValue(result);
            });
        }
        code.returnValue(result);
    }

    /** {@code return Frame.awaitReturned(returned, context);} – whatever suspends there goes on in our parent, without a frame of ours. */
    private void writeTailAwait() {
        code.loadReference(slots.context());
        switch (coroutine.kind()) {
            case ASYNC ->
                code.invokeStatic(
                        Abi.FRAME,
                        "awaitReturned",
                        "(L" + Abi.AWAITABLE + ";" + Abi.CONTEXT_DESCRIPTOR + ")" + Abi.OBJECT_DESCRIPTOR);
            case FUTURE -> awaitStage();
            case GENERATOR, ASYNC_GENERATOR -> throw new AssertionError("a generator returns no outcome");
        }
        code.insn(Opcodes.ARETURN);
    }

    private void writeExceptionTable() {
        List<TryCatchBlockNode> resumedRanges = out.tryCatchBlocks;
        out.tryCatchBlocks = new ArrayList<>();
        for (TryCatchBlockNode block : coroutine.method().tryCatchBlocks) {
            out.visitTryCatchBlock(block.start.getLabel(), block.end.getLabel(), block.handler.getLabel(), block.type);
            TryCatchBlockNode copy = out.tryCatchBlocks.get(out.tryCatchBlocks.size() - 1);
            copy.visibleTypeAnnotations = block.visibleTypeAnnotations;
            copy.invisibleTypeAnnotations = block.invisibleTypeAnnotations;
        }
        out.tryCatchBlocks.addAll(resumedRanges);
    }
}
