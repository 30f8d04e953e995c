package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.Abi;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A method of the runtime whose call is a suspension point. */
public enum SuspendingCall {
    AWAIT(Abi.ASYNC, "await", "(Ldev/reprise/Awaitable;)Ljava/lang/Object;"),
    AWAIT_STAGE(Abi.ASYNC, "await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;"),
    YIELD(Abi.GENERATOR, "yield", "(Ljava/lang/Object;)Ljava/lang/Object;"),
    YIELD_FROM_GENERATOR(Abi.GENERATOR, "yieldFrom", "(Ldev/reprise/Generator;)Ljava/lang/Object;"),
    YIELD_FROM_ITERATOR(Abi.GENERATOR, "yieldFrom", "(Ljava/util/Iterator;)Ljava/lang/Void;"),
    YIELD_FROM_ITERABLE(Abi.GENERATOR, "yieldFrom", "(Ljava/lang/Iterable;)Ljava/lang/Void;"),
    YIELD_FROM_STREAM(Abi.GENERATOR, "yieldFrom", "(Ljava/util/stream/BaseStream;)Ljava/lang/Void;");

    private final String owner;
    private final String method;
    private final String descriptor;

    SuspendingCall(String owner, String method, String descriptor) {
        this.owner = owner;
        this.method = method;
        this.descriptor = descriptor;
    }

    /** The suspending call that an instruction makes, if it makes one. */
    public static Optional<SuspendingCall> of(AbstractInsnNode instruction) {
        if (instruction.getOpcode() == Opcodes.INVOKESTATIC && instruction instanceof MethodInsnNode call) {
            for (SuspendingCall operation : values()) {
                if (call.name.equals(operation.method)
                        && call.owner.equals(operation.owner)
                        && call.desc.equals(operation.descriptor)) {
                    return Optional.of(operation);
                }
            }
        }
        return Optional.empty();
    }

    /** The instruction that makes the call. */
    public MethodInsnNode instruction() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, method, descriptor, false);
    }

    /** Whether it gives something out, instead of waiting. */
    public boolean yields() {
        return owner.equals(Abi.GENERATOR);
    }

    /** Whether it gives out what something else has. */
    public boolean delegates() {
        return yields() && this != YIELD;
    }

    /** Internal name of the type of its value. */
    public String valueType() {
        return Type.getReturnType(descriptor).getInternalName();
    }

    /** The name of the method. */
    public String verb() {
        return method;
    }

    /** The call as a user writes it. */
    public String sourceForm() {
        return yields() ? "Generator." + method + "(...)" : method + "(...)";
    }
}
