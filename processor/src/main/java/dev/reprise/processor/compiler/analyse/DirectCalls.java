package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which calls of coroutines can be made without an object in between: those of the same class that bind statically. */
public final class DirectCalls {

    private final Map<String, Coroutine> callees = new HashMap<>();

    private DirectCalls() {}

    /**
     * Among the coroutines of one class.
     *
     * @param coroutines all that the class has
     */
    public static DirectCalls among(List<Coroutine> coroutines) {
        DirectCalls calls = new DirectCalls();
        for (Coroutine coroutine : coroutines) {
            boolean makesItsFrame = coroutine.method().desc.endsWith(")L" + Abi.ASYNC + ";")
                    || coroutine.kind().isGenerator();
            if (makesItsFrame && !coroutine.isPacked()) {
                calls.callees.put(coroutine.method().name + coroutine.method().desc, coroutine);
            }
        }
        return calls;
    }

    /** The coroutine that the instruction before {@code index} calls, if no other method can be meant. */
    public Optional<Coroutine> before(int index, Flow flow) {
        return flow.adjacentBefore(index)
                .filter(MethodInsnNode.class::isInstance)
                .flatMap(before -> calleeOf((MethodInsnNode) before));
    }

    private Optional<Coroutine> calleeOf(MethodInsnNode call) {
        return Optional.ofNullable(callees.get(call.name + call.desc))
                .filter(callee -> call.owner.equals(callee.owner().name) && bindsStatically(call, callee));
    }

    private static boolean bindsStatically(MethodInsnNode call, Coroutine callee) {
        int sealing = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        return call.getOpcode() == Opcodes.INVOKESTATIC
                || call.getOpcode() == Opcodes.INVOKESPECIAL
                || (callee.method().access & sealing) != 0
                || (callee.owner().access & Opcodes.ACC_FINAL) != 0;
    }
}
