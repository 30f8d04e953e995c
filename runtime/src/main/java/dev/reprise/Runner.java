package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * A loop for several programs that run one after the other, each to its end: for tools that go back and forth between plain
 * code and coroutines. {@link EventLoop#run} is one with a single run.
 *
 * <pre>{@code
 * try (Runner runner = Runner.open()) {
 *     Config config = runner.run(load());
 *     runner.run(serve(config));
 * }
 * }</pre>
 *
 * <p>Tasks that a program leaves behind stay as they are until the next run, or until {@link #close()}. What a program sets
 * of {@linkplain ContextVar context variables} is there for the next one; the calling thread does not see it.
 *
 * <h2>Ctrl-C</h2>
 *
 * On the thread that the JVM has called {@code main} on, named so by it, the first Ctrl-C (SIGINT) during a run cancels the program, which may
 * clean up as after any {@linkplain Task#cancel(String) cancellation}; {@code run} then throws {@link Cancelled}, and the JVM
 * goes on with whatever the caller does about it. The second ends the JVM at once, as Ctrl-C does without a loop: with
 * its shutdown hooks and the exit code 130. Between runs and on other threads nothing is different from plain Java. Nor is it
 * if the program handles the signal itself, if the JVM was started with {@code -Xrs}, or if it has no module {@code
 * jdk.unsupported}, where signals are; an application of modules adds that with {@code --add-modules}.
 */
public final class Runner implements AutoCloseable {

    private final EventLoop loop;

    /** What the programs have made of context variables. */
    private @Nullable ContextValues values;

    private Runner(EventLoop loop) {
        this.loop = loop;
    }

    /** A runner with a loop of {@linkplain LoopOptions#defaults() the usual options}, to be closed after use. */
    public static Runner open() {
        return open(LoopOptions.defaults());
    }

    /** A runner with a loop of the given options, to be closed after use. */
    public static Runner open(LoopOptions options) {
        return new Runner(EventLoop.open(options));
    }

    /** The loop, the same for all runs. */
    public EventLoop loop() {
        return loop;
    }

    /**
     * Runs a coroutine to its end, on the calling thread.
     *
     * @return its value; a failure is thrown as it is
     * @throws Cancelled if it was cancelled, by Ctrl-C for instance
     * @throws IllegalStateException if the runner is closed or runs, or if a loop runs on this thread: await the coroutine there
     */
    public <T extends @Nullable Object> T run(Awaitable<T> coroutine) {
        ControlC caught = ControlC.during(loop);
        try {
            return loop.runUntilComplete(coroutine, this);
        } finally {
            if (caught != null) {
                caught.end();
            }
        }
    }

    /** What the next program begins with. */
    @Nullable ContextValues values() {
        return values;
    }

    /** A program has ended. */
    void values(@Nullable ContextValues left) {
        values = left;
    }

    /** Closes the loop, as {@link EventLoop#close()} does. */
    @Override
    public void close() {
        loop.close();
    }
}
