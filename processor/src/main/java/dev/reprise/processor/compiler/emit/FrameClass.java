package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class of a coroutine's frames: the parameters and live variables as fields, and the way into the body. */
public final class FrameClass {

    private final Coroutine coroutine;
    private final FrameLayout layout;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    private FrameClass(Coroutine coroutine, FrameLayout layout) {
        this.coroutine = coroutine;
        this.layout = layout;
    }

    /** Writes the class; {@code helpers} are the save methods that the body calls. */
    public static ClassBytes emit(MethodAnalysis analysis, FrameLayout layout, Map<SaveHelper, String> helpers) {
        Coroutine coroutine = analysis.coroutine();
        FrameClass frame = new FrameClass(coroutine, layout);
        frame.write(analysis.points(), helpers);
        return new ClassBytes(coroutine.frame(), frame.out.toByteArray());
    }

    /** Descriptor of the constructor that takes what the body is passed of the receiver and the arguments. */
    static String constructorDescriptor(Coroutine coroutine) {
        return Type.getMethodDescriptor(
                Type.VOID_TYPE, coroutine.passedVariables().toArray(Type[]::new));
    }

    private void write(List<SuspensionPoint> points, Map<SaveHelper, String> helpers) {
        out.visit(
                coroutine.owner().version,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                coroutine.frame(),
                null,
                coroutine.kind().frameBase(),
                null);
        for (FrameField field : layout.fields()) {
            out.visitField(0, field.name(), field.type().getDescriptor(), null, null)
                    .visitEnd();
        }
        writeConstructor();
        if (!coroutine.kind().isGenerator() && !coroutine.passedVariables().isEmpty()) {
            writeEmptyConstructor();
        }
        writeResume();
        writeRelease();
        writePoints(points);
        helpers.forEach((helper, name) ->
                helper.emit(out.visitMethod(Opcodes.ACC_STATIC, name, helper.descriptor(), null, null), layout));
        out.visitEnd();
    }

    private void writeConstructor() {
        MethodVisitor method = begin(0, "<init>", constructorDescriptor(coroutine));
        Code code = new Code(method);
        code.loadReference(0).invokeConstructor(coroutine.kind().frameBase(), "()V");
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
        code.loadReference(0).invokeConstructor(coroutine.kind().frameBase(), "()V");
        code.insn(Opcodes.RETURN);
        end(method);
    }

    /** {@code return this.receiver.m(this.a, this.b, context, this);} */
    private void writeResume() {
        boolean generator = coroutine.kind().isGenerator();
        MethodVisitor method = begin(
                Opcodes.ACC_PROTECTED,
                "resume",
                generator ? "()Z" : "(" + Abi.CONTEXT_DESCRIPTOR + ")" + Abi.OBJECT_DESCRIPTOR);
        Code code = new Code(method);
        for (FrameField parameter : passedParameters()) {
            code.loadReference(0).getField(coroutine.frame(), parameter.name(), parameter.type());
        }
        if (!generator) {
            code.loadReference(1);
        }
        code.loadReference(0)
                .invoke(
                        coroutine.bodyOpcode(),
                        coroutine.owner().name,
                        coroutine.method().name,
                        coroutine.bodyDescriptor(),
                        coroutine.inInterface());
        code.insn(generator ? Opcodes.IRETURN : Opcodes.ARETURN);
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

    private void writePoints(List<SuspensionPoint> points) {
        String lines =
                points.stream().map(point -> String.valueOf(point.line())).collect(Collectors.joining(","));
        String file = coroutine.owner().sourceFile == null ? "" : coroutine.owner().sourceFile;
        String table = String.join(
                "|",
                coroutine.owner().name.replace('/', '.'),
                coroutine.method().name,
                file,
                String.valueOf(coroutine.firstLine()),
                lines);
        MethodVisitor method = begin(Opcodes.ACC_PROTECTED, "points", "()Ljava/lang/String;");
        new Code(method).push(table).insn(Opcodes.ARETURN);
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
