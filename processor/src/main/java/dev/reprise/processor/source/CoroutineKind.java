package dev.reprise.processor.source;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** The kinds of coroutine. The declared return type alone decides which one a method or lambda is. */
public enum CoroutineKind {
    /** A cold coroutine. */
    ASYNC(true, false, RuntimeNames.ASYNC),
    /** A coroutine that starts when it is called, behind one of the JDK's futures. */
    FUTURE(true, false, "java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage"),
    /** A generator that is only pulled: nothing is sent to it. */
    PULLED_GENERATOR(
            false,
            true,
            "java.util.Iterator",
            "java.lang.Iterable",
            "java.util.PrimitiveIterator.OfInt",
            "java.util.PrimitiveIterator.OfLong",
            "java.util.PrimitiveIterator.OfDouble",
            "java.util.stream.Stream",
            "java.util.stream.IntStream",
            "java.util.stream.LongStream",
            "java.util.stream.DoubleStream"),
    /** A generator that is sent values and returns one. */
    GENERATOR(false, true, RuntimeNames.GENERATOR),
    /** A generator that awaits between its elements. */
    ASYNC_GENERATOR(true, true, RuntimeNames.ASYNC_GENERATOR);

    private final boolean awaits;
    private final boolean yields;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<String> returnTypes;

    CoroutineKind(boolean awaits, boolean yields, String... returnTypes) {
        this.awaits = awaits;
        this.yields = yields;
        this.returnTypes = Set.of(returnTypes);
    }

    /** The kind of coroutine that returns this type, empty if none does. */
    public static Optional<CoroutineKind> of(TypeMirror returnType) {
        for (CoroutineKind kind : values()) {
            for (String name : kind.returnTypes) {
                if (Attribution.isDeclaredAs(returnType, name)) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether its body may await. */
    public boolean awaits() {
        return awaits;
    }

    /** Whether its body may yield. */
    public boolean yields() {
        return yields;
    }
}
