package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.read.ClosingAwaits;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the closing of what is waited for out as a plain await: {@code c.close()} becomes {@code await(c.closeAsync())}. What a
 * try statement does with a second failure, {@code addSuppressed}, becomes {@link Abi#BLOCK_END}'s.
 */
public final class AsyncClose {

    private AsyncClose() {}

    /** Rewrites the method in place. */
    public static void apply(Coroutine coroutine, ClosingAwaits closing) {
        if (!coroutine.kind().awaits()) {
            return;
        }
        MethodNode method = coroutine.method();
        for (AbstractInsnNode node : method.instructions.toArray()) {
            if (closing.includes(node)) {
                MethodInsnNode call = (MethodInsnNode) node;
                call.name = "closeAsync";
                call.desc = "()L" + Abi.ASYNC + ";";
                InsnList await = new InsnList();
                await.add(SuspendingCall.AWAIT.instruction());
                await.add(new InsnNode(Opcodes.POP));
                method.instructions.insert(call, await);
            } else if (node instanceof MethodInsnNode call && isSuppression(call)) {
                call.setOpcode(Opcodes.INVOKESTATIC);
                call.owner = Abi.BLOCK_END;
                call.name = "suppress";
                call.desc = "(Ljava/lang/Throwable;Ljava/lang/Throwable;)V";
            }
        }
    }

    private static boolean isSuppression(MethodInsnNode call) {
        return call.getOpcode() == Opcodes.INVOKEVIRTUAL
                && call.name.equals("addSuppressed")
                && call.desc.equals("(Ljava/lang/Throwable;)V")
                && call.owner.equals("java/lang/Throwable");
    }
}
