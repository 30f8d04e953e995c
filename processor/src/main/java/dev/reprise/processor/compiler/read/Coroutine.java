package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.Abi;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A coroutine method as the class file has it.
 *
 * @param owner the class that declares it
 * @param method the method
 * @param kind what it makes
 * @param frame internal name of the frame class to be generated
 */
public record Coroutine(ClassNode owner, MethodNode method, CoroutineKind kind, String frame) {

    private static final int MOST_PARAMETER_SLOTS = 255;

    /** The room on the stack, the registers, and the frame. */
    private static final int REGISTER_SLOTS = 3;

    /** The registers of a body that runs to its end. */
    private static final int PUSH_REGISTER_SLOTS = 3;

    /** What is kept of each call beside its variables and its operand stack, and what bodies add to these. */
    private static final int CALL_SLOTS = 30;

    public boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }

    public boolean inInterface() {
        return (owner.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /**
     * Whether the body is an instance method. In an interface it is static with the receiver as first parameter, because
     * the frame class could not call a method there that is not public.
     */
    public boolean hasInstanceBody() {
        return !isStatic() && !inInterface() && !isPacked();
    }

    /**
     * Whether the body takes nothing but the frame and the registers, and reads the arguments from the frame: the JVM
     * allows a method {@value #MOST_PARAMETER_SLOTS} slots of parameters, and these have to find room beside the user's.
     */
    public boolean isPacked() {
        return variableSlots() + REGISTER_SLOTS > MOST_PARAMETER_SLOTS;
    }

    /** Whether a body that runs to its end can take the arguments as parameters. */
    public boolean canPush() {
        return kind.isGenerator() && variableSlots() + PUSH_REGISTER_SLOTS <= MOST_PARAMETER_SLOTS;
    }

    /** The {@link #variables()} that the body takes as parameters. */
    public List<Type> passedVariables() {
        return isPacked() ? List.of() : variables();
    }

    /** Number of local variable slots that {@link #passedVariables()} take. */
    public int passedSlots() {
        return slots(passedVariables());
    }

    /** Types of the local variables that the method starts with: the receiver if there is one, and the parameters. */
    public List<Type> variables() {
        List<Type> types = new ArrayList<>();
        if (!isStatic()) {
            types.add(Type.getObjectType(owner.name));
        }
        types.addAll(List.of(Type.getArgumentTypes(method.desc)));
        return types;
    }

    /** Slots of the Java stack that a call of the body takes at most, interpreted or compiled. */
    public int stackSlots() {
        return method.maxLocals + method.maxStack + CALL_SLOTS;
    }

    /** Number of local variable slots that {@link #variables()} take. */
    public int variableSlots() {
        return slots(variables());
    }

    private static int slots(List<Type> types) {
        return types.stream().mapToInt(Type::getSize).sum();
    }

    /**
     * Descriptor of the body: the method's parameters, then the room on the stack (if it counts that), the registers (not for
     * generators) and the frame.
     *
     * @param counts whether it is passed how much of the stack is left
     * @param result type of what it returns
     */
    public String bodyDescriptor(boolean counts, Type result) {
        List<Type> registers = new ArrayList<>();
        if (counts) {
            registers.add(Type.INT_TYPE);
        }
        if (!kind.isGenerator()) {
            registers.add(Type.getObjectType(Abi.CONTEXT));
        }
        registers.add(Type.getObjectType(frame));
        return descriptor(result, registers);
    }

    /**
     * Descriptor of the body of a generator that runs to its end: the method's parameters, then who takes the elements, as
     * such and as what runs the bodies, and how many of these may run within each other.
     *
     * @param consumer internal name of the type of who takes the elements
     */
    public String pushDescriptor(String consumer) {
        return descriptor(
                Type.getObjectType(Abi.OBJECT),
                List.of(Type.getObjectType(consumer), Type.getObjectType(Abi.PUSH), Type.INT_TYPE));
    }

    private String descriptor(Type result, List<Type> registers) {
        List<Type> types = new ArrayList<>(passedVariables());
        if (hasInstanceBody()) {
            types.remove(0);
        }
        types.addAll(registers);
        return Type.getMethodDescriptor(result, types.toArray(Type[]::new));
    }

    /** The instruction that calls the body. */
    public int bodyOpcode() {
        return hasInstanceBody() ? Opcodes.INVOKEVIRTUAL : Opcodes.INVOKESTATIC;
    }

    /** Line of the first statement, -1 if the class file does not say. */
    public int firstLine() {
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return -1;
    }
}
