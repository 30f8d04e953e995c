package dev.reprise.processor.compiler.analyse;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The verifier's view of the machine before an instruction. A type is what ASM's frames use: an {@link Opcodes} constant,
 * an internal name, or for an object that is not initialised the label of its {@code new}.
 *
 * @param locals a type for each slot; the second slot of a long or double is {@link Opcodes#TOP}
 * @param stack a type for each value, the bottom first
 */
public record TypeState(List<Object> locals, List<Object> stack) {
    public TypeState {
        locals = List.copyOf(locals);
        stack = List.copyOf(stack);
    }

    /** Type of a slot, {@link Opcodes#TOP} if nothing is known of it. */
    public Object local(int slot) {
        return slot < locals.size() ? locals.get(slot) : Opcodes.TOP;
    }

    /** The stack without its uppermost values. */
    public List<Object> stackBelow(int values) {
        return stack.subList(0, stack.size() - values);
    }

    /** Whether the type takes two slots. */
    public static boolean isWide(Object type) {
        return type == Opcodes.LONG || type == Opcodes.DOUBLE;
    }

    public static boolean isUninitialized(Object type) {
        return type instanceof Label || type == Opcodes.UNINITIALIZED_THIS;
    }

    /** The type of a field that keeps such a value, empty for null, which is made again instead. */
    public static Optional<Type> fieldType(Object type) {
        if (type instanceof String name) {
            return Optional.of(Type.getObjectType(name));
        }
        if (type == Opcodes.INTEGER) {
            return Optional.of(Type.INT_TYPE);
        }
        if (type == Opcodes.LONG) {
            return Optional.of(Type.LONG_TYPE);
        }
        if (type == Opcodes.FLOAT) {
            return Optional.of(Type.FLOAT_TYPE);
        }
        if (type == Opcodes.DOUBLE) {
            return Optional.of(Type.DOUBLE_TYPE);
        }
        if (type == Opcodes.NULL) {
            return Optional.empty();
        }
        throw new AssertionError("no value of type " + type + " can be kept");
    }

    /** What the verifier calls a value of a declared type. */
    public static Object of(Type declared) {
        return switch (declared.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            default -> declared.getInternalName();
        };
    }
}
