package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.analyse.ElementType;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.TypeState;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.lower.Linkage;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.CoroutineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class of a coroutine's frames: the parameters and live variables as fields, and the way into the body. */
public final class FrameClass {

    private static final String ITERABLE = "java/lang/Iterable";

    private static final String STRING = "java/lang/String";

    /** A constant has 65,535 bytes at most; a character takes up to three. */
    private static final int LONGEST_CONSTANT = 65_535 / 3;

    private final Coroutine coroutine;
    private final FrameLayout layout;
    private final Linkage linkage;
    private final String base;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    private FrameClass(MethodAnalysis analysis, FrameLayout layout, Linkage linkage) {
        coroutine = analysis.coroutine();
        this.layout = layout;
        this.linkage = linkage;
        base = coroutine.kind().isGenerator()
                ? analysis.elements().frameBase()
                : coroutine.kind().frameBase();
    }

    /** Writes the class; {@code helpers} are the save methods that the body calls. */
    public static ClassBytes emit(
            MethodAnalysis analysis,
            FrameLayout layout,
            Linkage linkage,
            Map<SaveHelper, String> helpers,
            PushBodies pushing) {
        Coroutine coroutine = analysis.coroutine();
        FrameClass frame = new FrameClass(analysis, layout, linkage);
        frame.write(PointTableText.of(analysis, layout), helpers);
        if (coroutine.kind().isGenerator()
                && analysis.points().stream()
                        .anyMatch(point -> point.operation().delegates())) {
            frame.writeTrue("delegates");
        }
        if (coroutine.kind().isGenerator() && !coroutine.isPacked()) {
            frame.writeWithin();
        }
        if (pushing.include(coroutine)) {
            frame.writePush(analysis.elements());
        }
        if (Type.getReturnType(coroutine.method().desc).getInternalName().equals(ITERABLE) && !coroutine.isPacked()) {
            frame.writeCopy();
        }
        frame.out.visitEnd();
        return new ClassBytes(coroutine.frame(), frame.out.toByteArray());
    }

    /** Descriptor of the constructor that takes what the body is passed of the receiver and the arguments. */
    static String constructorDescriptor(Coroutine coroutine) {
        return Type.getMethodDescriptor(
                Type.VOID_TYPE, coroutine.passedVariables().toArray(Type[]::new));
    }

    private void write(PointTableText.Table points, Map<SaveHelper, String> helpers) {
        out.visit(
                coroutine.owner().version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                coroutine.frame(),
                null,
                base,
                null);
        for (FrameField field : layout.fields()) {
            out.visitField(0, field.name(), field.type().getDescriptor(), null, null)
                    .visitEnd();
        }
        writeCheck();
        writeConstructor();
        if (!coroutine.kind().yields() && !coroutine.passedVariables().isEmpty()) {
            writeEmptyConstructor();
        }
        writeResume();
        if (coroutine.kind() == CoroutineKind.ASYNC) {
            AwaitMethod.emit(out, coroutine.frame());
        }
        writeRelease();
        writePoints(points.text());
        writeVariable(points.fields());
        helpers.forEach((helper, name) ->
                helper.emit(out.visitMethod(Opcodes.ACC_STATIC, name, helper.descriptor(), null, null), layout));
    }

    /** {@code static { Frame.contract(2); }} */
    private void writeCheck() {
        MethodVisitor method = begin(Opcodes.ACC_STATIC, "<clinit>", "()V");
        new Code(method)
                .push(Abi.VERSION)
                .invokeStatic(Abi.FRAME, "contract", "(I)V")
                .insn(Opcodes.RETURN);
        end(method);
    }

    /** The operand stack holds the arguments and the frame that delegates, or null; then the frame that is delegated to. */
    static void makeWithin(Code code, Coroutine generator) {
        code.invokeStatic(generator.frame(), "within", withinDescriptor(generator));
    }

    private static String withinDescriptor(Coroutine generator) {
        List<Type> parameters = new ArrayList<>(generator.passedVariables());
        parameters.add(Type.getObjectType(Abi.GENERATOR_FRAME));
        return Type.getMethodDescriptor(Type.getObjectType(generator.frame()), parameters.toArray(Type[]::new));
    }

    /** The frame for a {@code yieldFrom} that makes it itself: one that has ended there, or a new one. */
    private void writeWithin() {
        MethodVisitor method = begin(Opcodes.ACC_STATIC, "within", withinDescriptor(coroutine));
        Code code = new Code(method);
        int delegator = coroutine.passedSlots();
        int spare = delegator + 1;
        Label none = new Label();
        // Frame spare = (Frame) GeneratorFrame.spareOf(delegator);
        code.loadReference(delegator)
                .invokeStatic(
                        Abi.GENERATOR_FRAME, "spareOf", "(L" + Abi.GENERATOR_FRAME + ";)L" + Abi.GENERATOR_FRAME + ";")
                .insn(Opcodes.DUP);
        method.visitTypeInsn(Opcodes.INSTANCEOF, coroutine.frame());
        code.jump(Opcodes.IFEQ, none).checkCast(coroutine.frame()).storeReference(spare);
        // spare.renew(); spare.a = a; return spare;
        code.loadReference(spare).invokeVirtual(Abi.GENERATOR_FRAME, "renew", "()V");
        int slot = 0;
        for (FrameField parameter : passedParameters()) {
            code.loadReference(spare)
                    .load(parameter.type(), slot)
                    .putField(coroutine.frame(), parameter.name(), parameter.type());
            slot += parameter.type().getSize();
        }
        code.loadReference(spare).insn(Opcodes.ARETURN);
        // Frame made = new Frame(a); made.own(); return made;
        List<Object> locals = new ArrayList<>();
        coroutine.passedVariables().forEach(variable -> locals.add(TypeState.of(variable)));
        locals.add(Abi.GENERATOR_FRAME);
        code.label(none).frame(locals, List.of(Abi.GENERATOR_FRAME));
        code.insn(Opcodes.POP).construct(coroutine.frame());
        slot = 0;
        for (Type variable : coroutine.passedVariables()) {
            code.load(variable, slot);
            slot += variable.getSize();
        }
        code.invokeConstructor(coroutine.frame(), constructorDescriptor(coroutine))
                .insn(Opcodes.DUP)
                .invokeVirtual(Abi.GENERATOR_FRAME, "own", "()V")
                .insn(Opcodes.ARETURN);
        end(method);
    }

    private void writeConstructor() {
        MethodVisitor method = begin(0, "<init>", constructorDescriptor(coroutine));
        Code code = new Code(method);
        code.loadReference(0).invokeConstructor(base, "()V");
        int slot = 1;
        for (FrameField parameter : passedParameters()) {
            code.loadReference(0)
                    .load(parameter.type(), slot)
                    .putField(coroutine.frame(), parameter.name(), parameter.type());
            slot += parameter.type().getSize();
        }
        code.insn(Opcodes.RETURN);
        end(method);
    }

    private List<FrameField> passedParameters() {
        return layout.parameters().subList(0, coroutine.passedVariables().size());
    }

    /** For frames that are made when a body that runs on the Java stack suspends. */
    private void writeEmptyConstructor() {
        MethodVisitor method = begin(0, "<init>", "()V");
        Code code = new Code(method);
        code.loadReference(0).invokeConstructor(base, "()V");
        code.insn(Opcodes.RETURN);
        end(method);
    }

    /**
     * {@code context.deepen(slots); return this.receiver.m(this.a, this.b, context, this);}, the former for large bodies, and
     * with the result made an object. The resume of an async generator does more, and calls this one.
     */
    private void writeResume() {
        boolean generator = coroutine.kind().isGenerator();
        MethodVisitor method = begin(
                Opcodes.ACC_PROTECTED,
                coroutine.kind() == CoroutineKind.ASYNC_GENERATOR ? "run" : "resume",
                generator ? "()Z" : "(" + Abi.CONTEXT_DESCRIPTOR + ")" + Abi.OBJECT_DESCRIPTOR);
        Code code = new Code(method);
        if (!generator && coroutine.stackSlots() > Abi.SLOTS_OF_AN_OBJECT / 2) {
            code.loadReference(1).push(coroutine.stackSlots()).invokeVirtual(Abi.CONTEXT, "deepen", "(I)V");
        }
        pushArguments(code);
        if (linkage.recursion().counts(coroutine)) {
            code.readRoom(1);
        }
        if (!generator) {
            code.loadReference(1);
        }
        code.loadReference(0);
        callBody(code, linkage.bodyDescriptor(coroutine));
        Type result = linkage.result(coroutine);
        if (linkage.results().of(coroutine).isPresent()) {
            // if (context.suspension != 0) return null; return Integer.valueOf(<result>);
            Label suspended = new Label();
            code.ifSuspended(1, suspended)
                    .box(result)
                    .insn(Opcodes.ARETURN)
                    .label(suspended)
                    .frame(List.of(coroutine.frame(), Abi.CONTEXT), List.of(TypeState.of(result)))
                    .pop(result)
                    .insn(Opcodes.ACONST_NULL)
                    .insn(Opcodes.ARETURN);
        } else {
            code.returnValue(result);
        }
        end(method);
    }

    private void pushArguments(Code code) {
        for (FrameField parameter : passedParameters()) {
            code.loadReference(0).getField(coroutine.frame(), parameter.name(), parameter.type());
        }
    }

    private void callBody(Code code, String descriptor) {
        code.invoke(
                coroutine.bodyOpcode(),
                coroutine.owner().name,
                coroutine.method().name,
                descriptor,
                coroutine.inInterface());
    }

    /**
     * {@code return this.receiver.m(this.a, this.b, push.objects(), push, room);} – the frame has let go of its fields before
     * the call.
     */
    private void writePush(ElementType elements) {
        writeTrue("pushes");
        MethodVisitor method =
                begin(Opcodes.ACC_PROTECTED, "push", "(" + Abi.PUSH_DESCRIPTOR + "I)" + Abi.OBJECT_DESCRIPTOR);
        Code code = new Code(method);
        pushArguments(code);
        code.loadReference(0).invokeVirtual(coroutine.frame(), "release", "()V");
        code.loadReference(1)
                .invokeVirtual(Abi.PUSH, elements.takenAs(), "()L" + elements.consumer() + ";")
                .loadReference(1)
                .loadInt(2);
        callBody(code, coroutine.pushDescriptor(elements.consumer()));
        code.insn(Opcodes.ARETURN);
        end(method);
    }

    /** {@code return new Frame(this.a, this.b);} – C2 keeps the fields of what is made so in registers, of a clone it does not. */
    private void writeCopy() {
        MethodVisitor method = begin(Opcodes.ACC_PROTECTED, "copy", "()L" + Abi.GENERATOR_FRAME + ";");
        Code code = new Code(method);
        code.construct(coroutine.frame());
        pushArguments(code);
        code.invokeConstructor(coroutine.frame(), constructorDescriptor(coroutine))
                .insn(Opcodes.ARETURN);
        end(method);
    }

    private void writeTrue(String name) {
        MethodVisitor method = begin(Opcodes.ACC_PROTECTED, name, "()Z");
        new Code(method).push(1).insn(Opcodes.IRETURN);
        end(method);
    }

    private void writeRelease() {
        MethodVisitor method = begin(Opcodes.ACC_PROTECTED, "release", "()V");
        Code code = new Code(method);
        for (FrameField field : layout.fields()) {
            if (field.isReference()) {
                code.loadReference(0).insn(Opcodes.ACONST_NULL).putField(coroutine.frame(), field.name(), field.type());
            }
        }
        code.insn(Opcodes.RETURN);
        end(method);
    }

    /** {@code return "…";}, in pieces where one constant would be too long. */
    private void writePoints(String table) {
        MethodVisitor method = begin(Opcodes.ACC_PROTECTED, "points", "()Ljava/lang/String;");
        Code code = new Code(method);
        int from = 0;
        do {
            int to = Math.min(table.length(), from + LONGEST_CONSTANT);
            code.push(table.substring(from, to));
            if (from > 0) {
                code.invokeVirtual(STRING, "concat", "(L" + STRING + ";)L" + STRING + ";");
            }
            from = to;
        } while (from < table.length());
        code.insn(Opcodes.ARETURN);
        end(method);
    }

    /** {@code switch (number) { case 0: return this.a; case 2: return this.b; … }}, boxed where need be. */
    private void writeVariable(Map<Integer, FrameField> fields) {
        if (fields.isEmpty()) {
            return;
        }
        MethodVisitor method = begin(Opcodes.ACC_PROTECTED, "variable", "(I)" + Abi.OBJECT_DESCRIPTOR);
        Code code = new Code(method);
        TreeMap<Integer, Label> cases = new TreeMap<>();
        fields.keySet().forEach(number -> cases.put(number, new Label()));
        List<Object> locals = List.of(coroutine.frame(), Opcodes.INTEGER);
        Label unknown = new Label();
        code.loadInt(1).select(cases, unknown);
        fields.forEach((number, field) -> {
            code.label(cases.computeIfAbsent(number, n -> new Label())).frame(locals, List.of());
            code.loadReference(0)
                    .getField(coroutine.frame(), field.name(), field.type())
                    .box(field.type());
            code.insn(Opcodes.ARETURN);
        });
        code.label(unknown).frame(locals, List.of());
        code.insn(Opcodes.ACONST_NULL).insn(Opcodes.ARETURN);
        end(method);
    }

    private MethodVisitor begin(int access, String name, String descriptor) {
        MethodVisitor method = out.visitMethod(access, name, descriptor, null, null);
        method.visitCode();
        return method;
    }

    private static void end(MethodVisitor method) {
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
