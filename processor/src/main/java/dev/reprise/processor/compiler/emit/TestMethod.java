package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.CoroutineKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.ParameterNode;

/**
 * What JUnit runs in place of a test method that is a coroutine, as its tests must not return anything: a method of the same name
 * and parameters without a result, which runs the coroutine to its end. It takes over the annotations. The coroutine gets another
 * name, because JUnit finds a method by its name and parameters.
 */
public final class TestMethod {

    /** Internal name of the class that runs it, without which there are no such methods. */
    public static final String RUNNER = "dev/reprise/junit/CoroutineTests";

    private static final String SUFFIX = "$coroutine";

    private static final String JUNIT = "Lorg/junit/jupiter/";

    private TestMethod() {}

    /** Whether JUnit has something to do with the method. */
    public static boolean suits(Coroutine coroutine) {
        List<AnnotationNode> annotations = coroutine.method().visibleAnnotations;
        return coroutine.kind() == CoroutineKind.ASYNC
                && annotations != null
                && annotations.stream().anyMatch(annotation -> annotation.desc.startsWith(JUNIT));
    }

    /** Makes the method and renames the coroutine, after everything of the class has been emitted. */
    public static void emit(Coroutine coroutine) {
        MethodNode method = coroutine.method();
        MethodNode test = new MethodNode(
                method.access,
                method.name,
                Type.getMethodDescriptor(Type.VOID_TYPE, Type.getArgumentTypes(method.desc)),
                withoutResult(method.signature),
                method.exceptions.toArray(String[]::new));
        takeAnnotations(method, test);
        rename(coroutine);
        method.access |= Opcodes.ACC_SYNTHETIC;

        Label begin = new Label();
        Code code = new Code(test);
        code.label(begin).line(coroutine.firstLine(), begin);
        // CoroutineTests.run(this.method$coroutine(a, b));
        int slot = 0;
        for (Type variable : coroutine.variables()) {
            code.load(variable, slot);
            slot += variable.getSize();
        }
        code.invoke(opcode(coroutine), coroutine.owner().name, method.name, method.desc, coroutine.inInterface());
        code.invokeStatic(RUNNER, "run", "(L" + Abi.ASYNC + ";)V");
        code.insn(Opcodes.RETURN);
        test.visitMaxs(0, 0);
        coroutine.owner().methods.add(test);
    }

    /** Renames it where it is declared, and where its class calls it or, as {@code super.method()}, what it overrides. */
    private static void rename(Coroutine coroutine) {
        MethodNode method = coroutine.method();
        String name = method.name;
        for (MethodNode caller : coroutine.owner().methods) {
            for (AbstractInsnNode instruction : caller.instructions) {
                if (instruction instanceof MethodInsnNode call
                        && (call.owner.equals(coroutine.owner().name) || call.getOpcode() == Opcodes.INVOKESPECIAL)
                        && call.name.equals(name)
                        && call.desc.equals(method.desc)) {
                    call.name = name + SUFFIX;
                }
            }
        }
        method.name = name + SUFFIX;
    }

    private static int opcode(Coroutine coroutine) {
        if (coroutine.isStatic()) {
            return Opcodes.INVOKESTATIC;
        }
        return coroutine.inInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    }

    /** {@code (TA;)Ldev/reprise/Async<TB;>;} becomes {@code (TA;)V}. */
    private static @Nullable String withoutResult(@Nullable String signature) {
        return signature == null ? null : signature.substring(0, signature.lastIndexOf(')') + 1) + "V";
    }

    private static void takeAnnotations(MethodNode method, MethodNode test) {
        test.visibleAnnotations = new ArrayList<>(method.visibleAnnotations);
        test.visibleAnnotations.removeIf(annotation -> annotation.desc.equals(Abi.COROUTINE_DESCRIPTOR));
        method.visibleAnnotations.removeAll(test.visibleAnnotations);
        test.visibleParameterAnnotations = method.visibleParameterAnnotations;
        test.visibleAnnotableParameterCount = method.visibleAnnotableParameterCount;
        if (method.parameters != null) {
            test.parameters = new ArrayList<>();
            for (ParameterNode parameter : method.parameters) {
                test.parameters.add(new ParameterNode(parameter.name, parameter.access));
            }
        }
    }
}
