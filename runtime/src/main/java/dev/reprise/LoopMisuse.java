package dev.reprise;

import dev.reprise.frame.Context;

/** What is thrown when a loop, or what belongs to it, is used on the wrong thread or at the wrong time. */
final class LoopMisuse {

    private LoopMisuse() {}

    /** @param threadSafe what to use instead */
    static IllegalStateException wrongThread(String method, EventLoop home, String threadSafe) {
        return new IllegalStateException(method + " was called on " + here(Context.current())
                + ", but what it is about belongs to " + home + ": use " + threadSafe + ", which is thread-safe");
    }

    /** The event loop of the calling thread, or else the thread. */
    private static String here(Context context) {
        return context.loop() == null
                ? "thread " + Thread.currentThread().getName() + ", on which no event loop runs"
                : context.loop().toString();
    }

    static IllegalStateException closed(String method) {
        return new IllegalStateException(method + " was called on an event loop that is closed");
    }

    static IllegalStateException running(String method) {
        return new IllegalStateException(
                method + "() was called on an event loop that runs already: await the coroutine instead");
    }

    static IllegalStateException borrowed(String method) {
        return new IllegalStateException(
                method + "() was called on an event loop that is borrowed: its host runs it, until it is closed");
    }

    static IllegalStateException wrongHost(EventLoop loop) {
        return new IllegalStateException("the host of " + loop + " has called it on thread "
                + Thread.currentThread().getName()
                + ": borrow a loop from an executor of one thread, and on that thread");
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

    static IllegalStateException awaitedElsewhere(Awaitable<?> awaited, EventLoop home, Context awaiting) {
        return new IllegalStateException(awaited + " belongs to " + home + " and is awaited on " + here(awaiting)
                + ": across event loops only await(task) and the toCompletableFuture() of a task work");
    }

    /** The loop of the task is on the thread of the loop that waits for it. */
    static IllegalStateException wouldNotRun(RunningTask<?> task, EventLoop awaiting) {
        return new IllegalStateException(task.name() + " belongs to " + task.loop + " and is awaited on " + awaiting
                + ", on the same thread: while one of the two runs, the other does not; make it a task of this one");
    }

    static IllegalStateException endedWith(RunningTask<?> task) {
        return new IllegalStateException(task.name() + " cannot be awaited any more: its event loop is closed");
    }
}
