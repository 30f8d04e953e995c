package dev.reprise.processor.compiler;

/** The names of the runtime that generated code and the code it is generated from refer to. */
public final class Abi {

    /** Version of the contract in {@code dev.reprise.frame} that this compiler writes for. */
    public static final int VERSION = 2;

    public static final String OBJECT = "java/lang/Object";
    public static final String OBJECT_DESCRIPTOR = "Ljava/lang/Object;";

    public static final String ASYNC = "dev/reprise/Async";
    public static final String GENERATOR = "dev/reprise/Generator";
    public static final String AWAITABLE = "dev/reprise/Awaitable";
    public static final String ASYNC_CLOSEABLE = "dev/reprise/AsyncCloseable";
    public static final String ASYNC_GENERATOR = "dev/reprise/AsyncGenerator";
    public static final String AWAIT_ITERABLE = "dev/reprise/AwaitIterable";
    public static final String AWAIT_ITERATOR = "dev/reprise/AwaitIterator";
    public static final String GENERATOR_END = "dev/reprise/GeneratorEnd";
    public static final String COROUTINE_DESCRIPTOR = "Ldev/reprise/Coroutine;";
    public static final String COMPLETION_STAGE = "java/util/concurrent/CompletionStage";
    public static final String COMPLETABLE_FUTURE = "java/util/concurrent/CompletableFuture";

    public static final String FRAME = "dev/reprise/frame/Frame";
    public static final String GENERATOR_FRAME = "dev/reprise/frame/GeneratorFrame";
    public static final String ASYNC_GENERATOR_FRAME = "dev/reprise/frame/AsyncGeneratorFrame";
    public static final String PUSH = "dev/reprise/frame/Push";
    public static final String PUSH_DESCRIPTOR = "Ldev/reprise/frame/Push;";
    public static final String CONTEXT = "dev/reprise/frame/Context";
    public static final String CONTEXT_DESCRIPTOR = "Ldev/reprise/frame/Context;";
    public static final String HOT_FUTURE = "dev/reprise/frame/HotFuture";
    public static final String STAGE_SUSPENSION = "dev/reprise/frame/StageSuspension";
    public static final String BLOCK_END = "dev/reprise/frame/BlockEnd";
    public static final String ENDED = "dev/reprise/frame/Ended";
    public static final String WOVEN_DESCRIPTOR = "Ldev/reprise/frame/Woven;";

    /** Values of {@code Frame.label} for a frame that has not been started, one whose body is running, and one that has ended. */
    public static final int LABEL_CREATED = 0;

    public static final int LABEL_RUNNING = -1;
    public static final int LABEL_FINISHED = -2;

    /** Slots of the Java stack that {@code Frame.awaitIn} counts for the body it runs and for itself. */
    public static final int SLOTS_OF_AN_OBJECT = 96;

    private Abi() {}
}
