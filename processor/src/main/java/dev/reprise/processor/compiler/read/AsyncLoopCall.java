package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.Abi;
import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A call that a loop over awaited elements is made of: {@code for (var x : await(source))}. */
public enum AsyncLoopCall {
    /** {@code await(source)}, which waits for nothing yet. */
    SOURCE(Abi.ASYNC, "await", "(Ldev/reprise/AsyncIterable;)Ldev/reprise/AwaitIterable;"),
    /** {@code awaitIterable.iterator()}, in a for loop made by javac. */
    ITERATOR(Abi.AWAIT_ITERABLE, "iterator", "()L" + Abi.AWAIT_ITERATOR + ";"),
    /** The same in a for loop made by Eclipse's compiler, which calls what {@code Iterable} declares. */
    ITERATOR_OF_ITERABLE(Abi.AWAIT_ITERABLE, "iterator", "()Ljava/util/Iterator;"),
    /** {@code awaitIterator.hasNext()} on a variable of that type; the call of a for loop is one of {@code Iterator}. */
    HAS_NEXT(Abi.AWAIT_ITERATOR, "hasNext", "()Z");

    private final String owner;
    private final String method;
    private final String descriptor;

    AsyncLoopCall(String owner, String method, String descriptor) {
        this.owner = owner;
        this.method = method;
        this.descriptor = descriptor;
    }

    /** The call that an instruction makes, if it is one of these. */
    public static Optional<AsyncLoopCall> of(AbstractInsnNode instruction) {
        for (AsyncLoopCall operation : values()) {
            if (operation.isMadeBy(instruction)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    /** Whether an instruction gives the iterator of such a loop. */
    public static boolean isIterator(AbstractInsnNode instruction) {
        return ITERATOR.isMadeBy(instruction) || ITERATOR_OF_ITERABLE.isMadeBy(instruction);
    }

    /** Whether an instruction is this call. */
    public boolean isMadeBy(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call
                && call.name.equals(method)
                && call.owner.equals(owner)
                && call.desc.equals(descriptor);
    }
}
