package dev.reprise.processor.compiler.analyse;

import java.util.Arrays;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A class whose objects carry the values of a primitive type, and the two calls that lead from one to the other. */
public enum Wrapper {
    BOOLEAN(Type.BOOLEAN_TYPE, "java/lang/Boolean"),
    BYTE(Type.BYTE_TYPE, "java/lang/Byte"),
    CHARACTER(Type.CHAR_TYPE, "java/lang/Character"),
    SHORT(Type.SHORT_TYPE, "java/lang/Short"),
    INTEGER(Type.INT_TYPE, "java/lang/Integer"),
    LONG(Type.LONG_TYPE, "java/lang/Long"),
    FLOAT(Type.FLOAT_TYPE, "java/lang/Float"),
    DOUBLE(Type.DOUBLE_TYPE, "java/lang/Double");

    @SuppressWarnings("ImmutableEnumChecker") // a Type never changes
    private final Type primitive;

    private final String internalName;

    Wrapper(Type primitive, String internalName) {
        this.primitive = primitive;
        this.internalName = internalName;
    }

    /** The wrapper of a primitive type; empty for every other type. */
    public static Optional<Wrapper> of(Type primitive) {
        return Arrays.stream(values())
                .filter(wrapper -> wrapper.primitive.equals(primitive))
                .findFirst();
    }

    /** The wrapper of an internal name; empty for every other class. */
    public static Optional<Wrapper> named(String internalName) {
        return Arrays.stream(values())
                .filter(wrapper -> wrapper.internalName.equals(internalName))
                .findFirst();
    }

    /** The wrapper whose object an instruction makes of a primitive, if it does that. */
    public static Optional<Wrapper> boxedBy(AbstractInsnNode instruction) {
        return Arrays.stream(values())
                .filter(wrapper -> wrapper.isBoxing(instruction))
                .findFirst();
    }

    public Type primitive() {
        return primitive;
    }

    public String internalName() {
        return internalName;
    }

    /** Whether an instruction is {@link #box}. */
    public boolean isBoxing(AbstractInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.INVOKESTATIC && isCall(instruction, box());
    }

    /** Whether an instruction is {@link #unbox}. */
    public boolean isUnboxing(AbstractInsnNode instruction) {
        return instruction.getOpcode() == Opcodes.INVOKEVIRTUAL && isCall(instruction, unbox());
    }

    /** {@code Integer.valueOf(value)} */
    public MethodInsnNode box() {
        String descriptor = Type.getMethodDescriptor(Type.getObjectType(internalName), primitive);
        return new MethodInsnNode(Opcodes.INVOKESTATIC, internalName, "valueOf", descriptor, false);
    }

    /** {@code object.intValue()} */
    public MethodInsnNode unbox() {
        return new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL,
                internalName,
                primitive.getClassName() + "Value",
                Type.getMethodDescriptor(primitive),
                false);
    }

    private static boolean isCall(AbstractInsnNode instruction, MethodInsnNode expected) {
        return instruction instanceof MethodInsnNode call
                && call.owner.equals(expected.owner)
                && call.name.equals(expected.name)
                && call.desc.equals(expected.desc);
    }
}
