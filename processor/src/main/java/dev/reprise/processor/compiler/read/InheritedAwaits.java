package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Calls of {@code await} through a subclass of {@code Async}: the class file names the class that the source names, or that
 * the call stands in, and not the one that declares the method.
 */
public final class InheritedAwaits {

    private final Ancestors ancestors;

    private InheritedAwaits(Ancestors ancestors) {
        this.ancestors = ancestors;
    }

    /**
     * Makes them name {@code Async}.
     *
     * @throws MissingClassException if it depends on a class that is not found whether a call is one
     * @throws UnsupportedCodeException if the class hides {@code await}: a call through one of its subclasses could mean either
     */
    public static void apply(Ancestors ancestors) {
        InheritedAwaits awaits = new InheritedAwaits(ancestors);
        for (MethodNode method : ancestors.owner().methods) {
            awaits.requireOther(method);
            for (AbstractInsnNode node : method.instructions) {
                if (node.getOpcode() == Opcodes.INVOKESTATIC && node instanceof MethodInsnNode call && !call.itf) {
                    awaits.settle(call);
                }
            }
        }
    }

    private void requireOther(MethodNode method) {
        String owner = ancestors.owner().name;
        if (isAwait(method.name, method.desc) && !owner.equals(Abi.ASYNC) && inheritsFromAsync(owner)) {
            throw new UnsupportedCodeException(
                    "its method await hides that of Async; give it another name", ClassFilePosition.NO_LINE);
        }
    }

    private void settle(MethodInsnNode call) {
        if (isAwait(call.name, call.desc) && inheritsFromAsync(call.owner)) {
            call.owner = Abi.ASYNC;
        }
    }

    private static boolean isAwait(String name, String descriptor) {
        if (!name.equals(SuspendingCall.AWAIT.verb())) {
            return false;
        }
        MethodInsnNode call = new MethodInsnNode(Opcodes.INVOKESTATIC, Abi.ASYNC, name, descriptor, false);
        return SuspendingCall.of(call).isPresent() || AsyncLoopCall.SOURCE.isMadeBy(call);
    }

    private boolean inheritsFromAsync(String type) {
        if (type.equals(Abi.ASYNC)) {
            return true;
        }
        List<String> supertypes = ancestors.of(type);
        return !supertypes.isEmpty() && inheritsFromAsync(supertypes.get(0));
    }
}
