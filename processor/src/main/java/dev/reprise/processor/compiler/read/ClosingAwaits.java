package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.Abi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Knows which calls of {@code close()} wait in a coroutine: those on an {@code AsyncCloseable}. */
public final class ClosingAwaits {

    private final Ancestors ancestors;
    private final Map<String, Boolean> known = new HashMap<>();

    /** For the coroutines of one class. */
    public ClosingAwaits(Ancestors ancestors) {
        this.ancestors = ancestors;
        known.put(Abi.ASYNC_CLOSEABLE, true);
    }

    /**
     * Whether an instruction closes something that is waited for.
     *
     * @throws MissingClassException if that depends on a class that is not found
     */
    public boolean includes(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call
                && call.getOpcode() != Opcodes.INVOKESPECIAL
                && call.name.equals("close")
                && call.desc.equals("()V")
                && isAsyncCloseable(call.owner);
    }

    private boolean isAsyncCloseable(String type) {
        Boolean answer = known.get(type);
        if (answer == null) {
            answer = isSubtype(type);
            known.put(type, answer);
        }
        return answer;
    }

    private boolean isSubtype(String type) {
        Set<String> seen = new HashSet<>(Set.of(type));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String supertype : ancestors.of(open.pop())) {
                if (known.getOrDefault(supertype, false)) {
                    return true;
                }
                if (seen.add(supertype)) {
                    open.push(supertype);
                }
            }
        }
        return false;
    }
}
