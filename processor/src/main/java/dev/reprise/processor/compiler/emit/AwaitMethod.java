package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The {@code awaitIn} of a frame class: what {@code Frame.awaitIn} does, once for each coroutine, so that the JIT compiles it for
 * the ways that the coroutines of one method go.
 *
 * <pre>{@code
 * int depth = begin(context);
 * if (depth < 0) {
 *     return context.park(this);
 * }
 * try {
 *     return end(resume(context), context, depth);
 * } catch (Throwable failure) {
 *     if (label != FINISHED) {
 *         fail();
 *     }
 *     throw failure;
 * }
 * }</pre>
 *
 * <p>Here stand the two calls that a frame is passed to and that are rare, so that they are left out for coroutines that never came to
 * them: C2 allocates a frame that is passed to a call anywhere. The test in the handler is always true. Without a branch
 * C2 would not leave the handler out, before JDK 22.
 */
final class AwaitMethod {

    private static final String THROWABLE = "java/lang/Throwable";
    private static final String DESCRIPTOR = "(" + Abi.CONTEXT_DESCRIPTOR + ")" + Abi.OBJECT_DESCRIPTOR;

    private static final int THIS = 0;
    private static final int CONTEXT = 1;
    private static final int DEPTH = 2;

    private final String frame;
    private final List<Object> locals;
    private final MethodVisitor out;
    private final Code code;

    private AwaitMethod(String frame, MethodVisitor out) {
        this.frame = frame;
        this.locals = List.of(frame, Abi.CONTEXT, Opcodes.INTEGER);
        this.out = out;
        this.code = new Code(out);
    }

    /** Adds the method to the class {@code frame}. */
    static void emit(ClassWriter owner, String frame) {
        MethodVisitor out =
                owner.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "awaitIn", DESCRIPTOR, null, null);
        out.visitCode();
        new AwaitMethod(frame, out).write();
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    private void write() {
        Label deep = new Label();
        code.loadReference(THIS)
                .loadReference(CONTEXT)
                .invokeVirtual(frame, "begin", "(" + Abi.CONTEXT_DESCRIPTOR + ")I")
                .insn(Opcodes.DUP)
                .storeInt(DEPTH)
                .jump(Opcodes.IFLT, deep);
        writeResume();
        code.label(deep)
                .frame(locals, List.of())
                .loadReference(CONTEXT)
                .loadReference(THIS)
                .invokeVirtual(Abi.CONTEXT, "park", "(L" + Abi.ASYNC + ";)" + Abi.OBJECT_DESCRIPTOR)
                .insn(Opcodes.ARETURN);
    }

    private void writeResume() {
        Label from = new Label();
        Label to = new Label();
        Label failed = new Label();
        Label ended = new Label();
        code.loadReference(THIS)
                .label(from)
                .loadReference(THIS)
                .loadReference(CONTEXT)
                .invokeVirtual(frame, "resume", DESCRIPTOR)
                .label(to)
                .loadReference(CONTEXT)
                .loadInt(DEPTH)
                .invokeVirtual(
                        frame,
                        "end",
                        "(" + Abi.OBJECT_DESCRIPTOR + Abi.CONTEXT_DESCRIPTOR + "I)" + Abi.OBJECT_DESCRIPTOR)
                .insn(Opcodes.ARETURN);
        code.label(failed)
                .frame(locals, List.of(THROWABLE))
                .loadReference(THIS)
                .getField(Abi.FRAME, "label", Type.INT_TYPE)
                .push(Abi.LABEL_FINISHED)
                .jump(Opcodes.IF_ICMPEQ, ended)
                .loadReference(THIS)
                .invokeVirtual(frame, "fail", "()V")
                .label(ended)
                .frame(locals, List.of(THROWABLE))
                .insn(Opcodes.ATHROW);
        out.visitTryCatchBlock(from, to, failed, THROWABLE);
    }
}
