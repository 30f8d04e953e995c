package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.lower.FrameField;
import dev.reprise.processor.compiler.read.Coroutine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** How the body of a coroutine reads and writes its frame. */
final class FrameAccess {

    private final Coroutine coroutine;
    private final int slot;

    /** @param slot the variable that holds the frame */
    FrameAccess(Coroutine coroutine, int slot) {
        this.coroutine = coroutine;
        this.slot = slot;
    }

    /** {@code … = frame.field;} */
    void read(Code code, FrameField field) {
        code.loadReference(slot).getField(coroutine.frame(), field.name(), field.type());
    }

    /** {@code frame.field = variable;} */
    void write(Code code, FrameField field, int variable) {
        code.loadReference(slot).load(field.type(), variable).putField(coroutine.frame(), field.name(), field.type());
    }

    /** {@code frame.field = <top of the stack>;} */
    void writeTop(Code code, FrameField field) {
        code.loadReference(slot);
        if (field.type().getSize() == 2) {
            code.insn(Opcodes.DUP_X2).insn(Opcodes.POP);
        } else {
            code.insn(Opcodes.SWAP);
        }
        code.putField(coroutine.frame(), field.name(), field.type());
    }

    /** {@code frame.field = null;} */
    void clear(Code code, FrameField field) {
        code.loadReference(slot).insn(Opcodes.ACONST_NULL).putField(coroutine.frame(), field.name(), field.type());
    }

    /** {@code … = frame.label;} */
    void readLabel(Code code) {
        code.loadReference(slot).getField(coroutine.kind().frameBase(), "label", Type.INT_TYPE);
    }

    /** {@code frame.label = value;} */
    void writeLabel(Code code, int value) {
        code.loadReference(slot).push(value).putField(coroutine.kind().frameBase(), "label", Type.INT_TYPE);
    }

    /** {@code … = context.take();} or {@code … = frame.received();} */
    void takeOutcome(Code code, int contextSlot) {
        if (coroutine.kind().isGenerator()) {
            code.loadReference(slot).invokeVirtual(Abi.GENERATOR_FRAME, "received", "()" + Abi.OBJECT_DESCRIPTOR);
        } else {
            code.loadReference(contextSlot).invokeVirtual(Abi.CONTEXT, "take", "()" + Abi.OBJECT_DESCRIPTOR);
        }
    }
}
