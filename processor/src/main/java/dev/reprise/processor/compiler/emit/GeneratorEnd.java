package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** {@code Generator.end(…)} in a generator: what it returns is on its way to the end of the body. */
final class GeneratorEnd {

    private GeneratorEnd() {}

    static boolean is(MethodInsnNode call) {
        return call.owner.equals(Abi.GENERATOR) && call.name.equals("end");
    }

    static void write(Code code, MethodInsnNode call) {
        if (Type.getArgumentCount(call.desc) == 0) {
            code.insn(Opcodes.ACONST_NULL);
        } else {
            code.invokeStatic(Abi.ENDED, "of", "(" + Abi.OBJECT_DESCRIPTOR + ")L" + Abi.ENDED + ";");
        }
    }
}
