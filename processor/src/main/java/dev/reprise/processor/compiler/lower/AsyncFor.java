package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.AsyncLoops;
import dev.reprise.processor.compiler.analyse.Flow;
import dev.reprise.processor.compiler.read.AsyncLoopCall;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Writes loops over {@code await(source)} out as plain awaits: {@code iterator.hasNext()} becomes {@code
 * await(iterator.advance())}.
 */
public final class AsyncFor {

    private AsyncFor() {}

    /** Rewrites the method in place. */
    public static void apply(Coroutine coroutine) {
        MethodNode method = coroutine.method();
        boolean found = false;
        for (AbstractInsnNode node : method.instructions) {
            found |= AsyncLoopCall.of(node).isPresent();
            if (AsyncLoopCall.SOURCE.isMadeBy(node)) {
                // AwaitIterable.of(source)
                MethodInsnNode call = (MethodInsnNode) node;
                call.owner = Abi.AWAIT_ITERABLE;
                call.name = "of";
            }
        }
        if (found) {
            Flow flow = Flow.of(method);
            AsyncLoops.waitingCalls(flow).forEach(index -> await(method, (MethodInsnNode) flow.instruction(index)));
        }
    }

    private static void await(MethodNode method, MethodInsnNode hasNext) {
        // await(((AwaitIterator) iterator).advance()).booleanValue()
        InsnList code = new InsnList();
        if (!hasNext.owner.equals(Abi.AWAIT_ITERATOR)) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, Abi.AWAIT_ITERATOR));
        }
        code.add(new MethodInsnNode(
                Opcodes.INVOKEVIRTUAL, Abi.AWAIT_ITERATOR, "advance", "()L" + Abi.AWAITABLE + ";", false));
        code.add(SuspendingCall.AWAIT.instruction());
        code.add(new TypeInsnNode(Opcodes.CHECKCAST, "java/lang/Boolean"));
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, "java/lang/Boolean", "booleanValue", "()Z", false));
        method.instructions.insertBefore(hasNext, code);
        method.instructions.remove(hasNext);
    }
}
