package dev.reprise.processor.source;

/** The runtime's types and methods as they are named in a user's source. The runtime itself is not on our class path. */
public final class RuntimeNames {
    public static final String ANNOTATIONS = "dev.reprise.*";
    public static final String COROUTINE = "dev.reprise.Coroutine";

    public static final String ASYNC = "dev.reprise.Async";
    public static final String AWAITABLE = "dev.reprise.Awaitable";
    public static final String AWAIT = "await";

    public static final String GENERATOR = "dev.reprise.Generator";
    public static final String YIELD = "yield";
    public static final String YIELD_FROM = "yieldFrom";
    public static final String END = "end";

    public static final String ASYNC_GENERATOR = "dev.reprise.AsyncGenerator";

    /** Start of the internal names of the classes that generated code extends. */
    public static final String FRAME_PACKAGE = "dev/reprise/frame/";

    /** The descriptor of the annotation by which a woven class file is known. */
    public static final String WOVEN_MARK = "Ldev/reprise/frame/Woven;";

    private RuntimeNames() {}
}
