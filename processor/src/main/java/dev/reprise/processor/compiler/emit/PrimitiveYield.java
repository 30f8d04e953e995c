package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.analyse.ElementType;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.analyse.SuspensionPoint;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A yield that gives out a primitive: the boxing before it is left out, an object that comes otherwise is unboxed. */
final class PrimitiveYield {

    private PrimitiveYield() {}

    /** Makes {@code frame, primitive} of the value on the operand stack. */
    static void arrange(Code code, ElementType elements, Flow flow, SuspensionPoint yield, int frame) {
        Type primitive = elements.type();
        if (elements.boxing(flow, yield).isEmpty()) {
            elements.wrapper().ifPresent(code::unbox);
        }
        code.loadReference(frame);
        if (primitive.getSize() == 2) {
            code.insn(Opcodes.DUP_X2).insn(Opcodes.POP);
        } else {
            code.insn(Opcodes.SWAP);
        }
    }
}
