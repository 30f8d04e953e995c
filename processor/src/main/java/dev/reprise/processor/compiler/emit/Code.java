package dev.reprise.processor.compiler.emit;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.Wrapper;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A thin writer over a {@link MethodVisitor}, so that emission reads like the code it emits. */
final class Code {

    private final MethodVisitor out;

    Code(MethodVisitor out) {
        this.out = out;
    }

    Code load(Type type, int slot) {
        out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
        return this;
    }

    Code store(Type type, int slot) {
        out.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
        return this;
    }

    Code loadReference(int slot) {
        out.visitVarInsn(Opcodes.ALOAD, slot);
        return this;
    }

    Code storeReference(int slot) {
        out.visitVarInsn(Opcodes.ASTORE, slot);
        return this;
    }

    Code loadInt(int slot) {
        out.visitVarInsn(Opcodes.ILOAD, slot);
        return this;
    }

    Code storeInt(int slot) {
        out.visitVarInsn(Opcodes.ISTORE, slot);
        return this;
    }

    Code push(int value) {
        if (value >= -1 && value <= 5) {
            out.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            out.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            out.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            out.visitLdcInsn(value);
        }
        return this;
    }

    Code push(String text) {
        out.visitLdcInsn(text);
        return this;
    }

    /** Pushes the value that a field of this type starts with. */
    Code pushDefault(Type type) {
        return insn(
                switch (type.getSort()) {
                    case Type.LONG -> Opcodes.LCONST_0;
                    case Type.FLOAT -> Opcodes.FCONST_0;
                    case Type.DOUBLE -> Opcodes.DCONST_0;
                    case Type.OBJECT, Type.ARRAY -> Opcodes.ACONST_NULL;
                    default -> Opcodes.ICONST_0;
                });
    }

    Code insn(int opcode) {
        out.visitInsn(opcode);
        return this;
    }

    Code getField(String owner, String name, Type type) {
        out.visitFieldInsn(Opcodes.GETFIELD, owner, name, type.getDescriptor());
        return this;
    }

    Code putField(String owner, String name, Type type) {
        out.visitFieldInsn(Opcodes.PUTFIELD, owner, name, type.getDescriptor());
        return this;
    }

    Code construct(String owner) {
        out.visitTypeInsn(Opcodes.NEW, owner);
        return insn(Opcodes.DUP);
    }

    Code invokeConstructor(String owner, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", descriptor, false);
        return this;
    }

    Code invokeVirtual(String owner, String name, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
        return this;
    }

    Code invokeInterface(String owner, String name, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true);
        return this;
    }

    Code invokeStatic(String owner, String name, String descriptor) {
        return invoke(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    Code invoke(int opcode, String owner, String name, String descriptor, boolean inInterface) {
        out.visitMethodInsn(opcode, owner, name, descriptor, inInterface);
        return this;
    }

    Code checkCast(String type) {
        out.visitTypeInsn(Opcodes.CHECKCAST, type);
        return this;
    }

    /** Makes an object of the value on the stack, if it is none. */
    Code box(Type type) {
        Wrapper.of(type).ifPresent(wrapper -> wrapper.box().accept(out));
        return this;
    }

    /** {@code (Integer) object}, and the value in it. */
    Code unbox(Wrapper wrapper) {
        checkCast(wrapper.internalName());
        wrapper.unbox().accept(out);
        return this;
    }

    /** Drops the value on the stack. */
    Code pop(Type type) {
        return insn(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }

    /** Puts the value on the stack below the one under it, which takes one slot. */
    Code swapDown(Type type) {
        return type.getSize() == 2 ? insn(Opcodes.DUP2_X1).insn(Opcodes.POP2) : insn(Opcodes.SWAP);
    }

    Code returnValue(Type type) {
        return insn(type.getOpcode(Opcodes.IRETURN));
    }

    Code jump(int opcode, Label target) {
        out.visitJumpInsn(opcode, target);
        return this;
    }

    /** {@code if (context.suspension != 0) goto target;} */
    Code ifSuspended(int context, Label target) {
        return readSuspension(context).jump(Opcodes.IFNE, target);
    }

    /** {@code if (context.suspension == 0) goto target;} */
    Code unlessSuspended(int context, Label target) {
        return readSuspension(context).jump(Opcodes.IFEQ, target);
    }

    private Code readSuspension(int context) {
        return loadReference(context).getField(Abi.CONTEXT, "suspension", Type.INT_TYPE);
    }

    /** {@code … = context.room();} */
    Code readRoom(int context) {
        return loadReference(context).invokeVirtual(Abi.CONTEXT, "room", "()I");
    }

    /** {@code context.room(<slots in a variable>);} */
    Code noteRoom(int context, int room) {
        return loadReference(context).loadInt(room).invokeVirtual(Abi.CONTEXT, "room", "(I)V");
    }

    Code label(Label label) {
        out.visitLabel(label);
        return this;
    }

    Code line(int line, Label at) {
        if (line > 0) {
            out.visitLineNumber(line, at);
        }
        return this;
    }

    /**
     * Begins code of a line where no breakpoint of that line stops: the line begins with an instruction that is never run.
     * What stands before has to be an end, and what follows a label with the same frame, which is jumped to.
     */
    Code hiddenLine(int line, List<Object> locals, List<Object> stack) {
        if (line > 0) {
            Label begin = new Label();
            label(begin).frame(locals, stack).line(line, begin).insn(Opcodes.NOP);
        }
        return this;
    }

    /** Declares the types of all variables and stack values at this place. */
    Code frame(List<Object> locals, List<Object> stack) {
        out.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
        return this;
    }

    /** Jumps to the target of the key on the stack. */
    Code select(SortedMap<Integer, Label> targets, Label otherwise) {
        int lowest = targets.firstKey();
        int highest = targets.lastKey();
        // a table takes 4 bytes for each key between the ends, a look-up 8 for each key there is
        if (highest - lowest < 2 * targets.size()) {
            Label[] table = new Label[highest - lowest + 1];
            Arrays.setAll(table, i -> targets.getOrDefault(lowest + i, otherwise));
            out.visitTableSwitchInsn(lowest, highest, otherwise, table);
        } else {
            out.visitLookupSwitchInsn(
                    otherwise,
                    targets.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    targets.values().toArray(Label[]::new));
        }
        return this;
    }

    /** {@code throw new AssertionError(message);} */
    Code fail(String message) {
        return construct("java/lang/AssertionError")
                .push(message)
                .invokeConstructor("java/lang/AssertionError", "(" + Abi.OBJECT_DESCRIPTOR + ")V")
                .insn(Opcodes.ATHROW);
    }
}
