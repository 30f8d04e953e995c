package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.CoroutineKind;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The user's method after rewriting: it makes the frame and returns it. Everything but its code stays as it was. It has no
 * lines: a breakpoint on the method's first line stops where that line runs, in the body.
 */
public final class KickoffMethod {

    private KickoffMethod() {}

    /** Replaces the code of the method. */
    public static void emit(Coroutine coroutine, FrameLayout layout) {
        MethodNode method = coroutine.method();
        List<LocalVariableNode> parameters = parameters(coroutine);
        method.instructions.clear();
        method.tryCatchBlocks.clear();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;

        Label begin = new Label();
        Label end = new Label();
        Code code = new Code(method);
        code.label(begin);
        // return new Frame(this, a, b);
        code.construct(coroutine.frame());
        int slot = 0;
        for (Type variable : coroutine.passedVariables()) {
            code.load(variable, slot);
            slot += variable.getSize();
        }
        code.invokeConstructor(coroutine.frame(), FrameClass.constructorDescriptor(coroutine));
        if (coroutine.isPacked()) {
            pack(code, coroutine, layout);
        }
        if (coroutine.kind() == CoroutineKind.FUTURE) {
            code.invokeStatic(Abi.HOT_FUTURE, "start", "(L" + Abi.FRAME + ";)L" + Abi.COMPLETABLE_FUTURE + ";");
        }
        if (coroutine.kind() == CoroutineKind.ASYNC_GENERATOR) {
            code.invokeStatic(
                    Abi.ASYNC_GENERATOR_FRAME,
                    "open",
                    "(L" + Abi.ASYNC_GENERATOR_FRAME + ";)L" + Abi.ASYNC_GENERATOR + ";");
        }
        Type returned = Type.getReturnType(method.desc);
        if (returned.getInternalName().startsWith("java/util/stream/")) {
            code.invokeVirtual(coroutine.frame(), streamView(returned), Type.getMethodDescriptor(returned));
        }
        code.insn(Opcodes.ARETURN).label(end);
        for (LocalVariableNode parameter : parameters) {
            method.visitLocalVariable(parameter.name, parameter.desc, parameter.signature, begin, end, parameter.index);
        }
        method.visitMaxs(0, 0);
    }

    /** The method that makes a stream of the frame: {@code stream}, {@code intStream}, … */
    private static String streamView(Type stream) {
        String name = stream.getInternalName().substring("java/util/stream/".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** {@code frame.this = this; frame.a = a; …} */
    private static void pack(Code code, Coroutine coroutine, FrameLayout layout) {
        int slot = 0;
        for (FrameField parameter : layout.parameters()) {
            code.insn(Opcodes.DUP)
                    .load(parameter.type(), slot)
                    .putField(coroutine.frame(), parameter.name(), parameter.type());
            slot += parameter.type().getSize();
        }
    }

    private static List<LocalVariableNode> parameters(Coroutine coroutine) {
        MethodNode method = coroutine.method();
        List<LocalVariableNode> parameters = new ArrayList<>();
        if (method.localVariables != null) {
            for (LocalVariableNode variable : method.localVariables) {
                if (variable.index < coroutine.variableSlots() && method.instructions.indexOf(variable.start) == 0) {
                    parameters.add(variable);
                }
            }
        }
        return parameters;
    }
}
