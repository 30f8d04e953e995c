package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.Abi;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;

/** What a coroutine method makes, said by its declared return type. */
public enum CoroutineKind {
    /** A cold object that runs when it is awaited or made a task. */
    ASYNC(Set.of(Abi.ASYNC)),
    /** A future of the JDK, started at once. */
    FUTURE(Set.of(Abi.COMPLETABLE_FUTURE, Abi.COMPLETION_STAGE)),
    /** An iterator over yielded values. */
    GENERATOR(Set.of(
            "java/util/Iterator",
            "java/lang/Iterable",
            "java/util/PrimitiveIterator$OfInt",
            "java/util/PrimitiveIterator$OfLong",
            "java/util/PrimitiveIterator$OfDouble",
            "java/util/stream/Stream",
            "java/util/stream/IntStream",
            "java/util/stream/LongStream",
            "java/util/stream/DoubleStream",
            Abi.GENERATOR)),
    /** A stream of values that are awaited one by one. */
    ASYNC_GENERATOR(Set.of(Abi.ASYNC_GENERATOR));

    @SuppressWarnings("ImmutableEnumChecker") // built by Set.of
    private final Set<String> returnTypes;

    CoroutineKind(Set<String> returnTypes) {
        this.returnTypes = returnTypes;
    }

    /** The kind of a method with this descriptor, empty if it returns no coroutine type. */
    public static Optional<CoroutineKind> ofDescriptor(String methodDescriptor) {
        Type returned = Type.getReturnType(methodDescriptor);
        if (returned.getSort() != Type.OBJECT) {
            return Optional.empty();
        }
        for (CoroutineKind kind : values()) {
            if (kind.returnTypes.contains(returned.getInternalName())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether the coroutine is pulled by plain calls: it has no registers to suspend through. */
    public boolean isGenerator() {
        return this == GENERATOR;
    }

    /** Whether the coroutine gives out values one by one, instead of one result. It has its frame from the start. */
    public boolean yields() {
        return this == GENERATOR || this == ASYNC_GENERATOR;
    }

    /** Whether the body may wait. */
    public boolean awaits() {
        return this != GENERATOR;
    }

    /** Whether a call of {@code operation} suspends a coroutine of this kind. */
    public boolean allows(SuspendingCall operation) {
        return operation.yields()
                ? isGenerator() || this == ASYNC_GENERATOR && operation == SuspendingCall.YIELD
                : awaits();
    }

    /** Internal name of the class that its frames extend. */
    public String frameBase() {
        return switch (this) {
            case ASYNC, FUTURE -> Abi.FRAME;
            case GENERATOR -> Abi.GENERATOR_FRAME;
            case ASYNC_GENERATOR -> Abi.ASYNC_GENERATOR_FRAME;
        };
    }
}
