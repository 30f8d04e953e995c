package dev.reprise;

import dev.reprise.frame.Context;

/** What is thrown when a loop, or what belongs to it, is used on the wrong thread or at the wrong time. */
final class LoopMisuse {

    private LoopMisuse() {}

    /** @param threadSafe what to use instead */
    static IllegalStateException wrongThread(String method, Thread owner, String threadSafe) {
        return new IllegalStateException(method + " was called on thread "
                + Thread.currentThread().getName() + ", but its event loop belongs to thread " + owner.getName()
                + ": use " + threadSafe + ", which is thread-safe");
    }

    static IllegalStateException closed(String method) {
        return new IllegalStateException(method + " was called on an event loop that is closed");
    }

    static IllegalStateException running(String method) {
        return new IllegalStateException(
                method + "() was called on an event loop that runs already: await the coroutine instead");
    }

    static IllegalStateException insideLoop(String method) {
        return new IllegalStateException(method + "() was called on thread "
                + Thread.currentThread().getName()
                + ", on which an event loop runs: await the coroutine instead");
    }

    static IllegalStateException noLoop() {
        return new IllegalStateException("no event loop runs on thread "
                + Thread.currentThread().getName()
                + ": start one with EventLoop.run(coroutine)");
    }

    static IllegalStateException awaitedElsewhere(Awaitable<?> awaited, Context awaiting) {
        return new IllegalStateException(awaited + " is attached to "
                + (awaiting.loop() == null
                        ? "an event loop, and none runs on thread "
                                + Thread.currentThread().getName()
                        : "a different event loop than the one that awaits it")
                + ": await it on its own loop, or its toCompletableFuture() elsewhere");
    }
}
