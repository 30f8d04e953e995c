package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.CoroutineKind;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What a {@code return} of an async coroutine becomes. */
public sealed interface Ending {

    /**
     * {@code return Async.of(value)} and the like: the body returns the value itself.
     *
     * @param wrapper the call that would wrap it, to be left out
     */
    record Value(MethodInsnNode wrapper) implements Ending {
        /** Whether the call takes no value: the coroutine ends with null. */
        public boolean isEmpty() {
            return wrapper.name.equals("done");
        }
    }

    /**
     * {@code return other(…)} of a coroutine whose body can be called directly.
     *
     * @param call the call that would make the object, to be left out
     */
    record TailCall(MethodInsnNode call, Coroutine callee) implements Ending {}

    /** The result of whatever object is returned is ours. */
    record TailAwait() implements Ending {}

    Set<String> FUTURE_WRAPPERS = Set.of("completedFuture", "completedStage");

    /** The ending at a return instruction. */
    static Ending at(int index, MethodAnalysis analysis, DirectCalls calls) {
        Optional<AbstractInsnNode> before = analysis.flow().adjacentBefore(index);
        if (before.isPresent() && before.get() instanceof MethodInsnNode call) {
            if (wraps(call, analysis.coroutine().kind())) {
                return new Value(call);
            }
            Optional<Coroutine> callee = calls.before(index, analysis.flow());
            if (callee.isPresent()
                    && analysis.coroutine().kind() == CoroutineKind.ASYNC
                    && analysis.flow().ranges(index).isEmpty()) {
                return new TailCall(call, callee.get());
            }
        }
        return new TailAwait();
    }

    private static boolean wraps(MethodInsnNode call, CoroutineKind kind) {
        return switch (kind) {
            case ASYNC -> call.owner.equals(Abi.ASYNC) && (call.name.equals("of") || call.name.equals("done"));
            case FUTURE -> call.owner.equals(Abi.COMPLETABLE_FUTURE) && FUTURE_WRAPPERS.contains(call.name);
            case GENERATOR, ASYNC_GENERATOR -> false;
        };
    }
}
