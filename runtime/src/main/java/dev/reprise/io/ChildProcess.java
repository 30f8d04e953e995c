package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.AsyncCloseable;
import dev.reprise.EventLoop;
import dev.reprise.UnhandledFailure;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process that a coroutine has started, with its pipes.
 *
 * <pre>{@code
 * ProcessResult result = await(ChildProcess.run("git", "status"));
 *
 * try (var sort = await(ChildProcess.start(new ProcessBuilder("sort")))) {
 *     sort.input().write("b\na\n");
 *     sort.input().closeOutput();
 *     for (var line : await(sort.output().lines())) { … }
 * }
 * }</pre>
 *
 * <p>Used on the thread of its loop.
 */
public final class ChildProcess implements AsyncCloseable {

    /** Bytes of output, and of errors, that {@link #run(String...)} takes: 64 MiB. */
    public static final int OUTPUT_LIMIT = 64 * 1024 * 1024;

    private final LoopCore core;
    private final Process process;
    private final PipeWriter input;
    private final PipeReader output;
    private final PipeReader error;
    private final Runnable endWithLoop = this::endWithLoop;

    @SuppressWarnings("FutureReturnValueIgnored") // nothing in it fails
    ChildProcess(Process process) {
        this.core = LoopCore.running();
        this.process = process;
        String name = "of process " + process.pid();
        input = Pipes.writer(process.getOutputStream(), "input " + name);
        output = Pipes.reader(new BlockingSource(process.getInputStream(), "output " + name));
        error = Pipes.reader(new BlockingSource(process.getErrorStream(), "errors " + name));
        core.belongings().add(endWithLoop);
        process.onExit().thenRun(() -> core.belongings().remove(endWithLoop));
    }

    /**
     * Starts a process, on a worker thread. Cancelled, it leaves no process behind.
     *
     * <p>Fails with {@link IOException} if the program is not there or cannot be started.
     *
     * @param builder where it redirects streams to files or inherits them, the pipe here is at its end, or goes nowhere
     */
    public static Async<ChildProcess> start(ProcessBuilder builder) throws IOException {
        checkCommand(builder);
        return new StartProcess(builder);
    }

    private static void checkCommand(ProcessBuilder builder) {
        List<String> command = builder.command();
        if (command.isEmpty() || command.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("the command " + command
                    + " cannot be started: it is a program and its arguments, none of them null");
        }
    }

    private static void checkInput(byte[] input, int limit) {
        Objects.requireNonNull(input, "input");
        if (limit < 0) {
            throw new IllegalArgumentException("a limit of " + limit + " bytes of output: it must not be negative");
        }
    }

    /** Runs a command without input to its end; see {@link #run(ProcessBuilder, byte[], int)}. */
    public static Async<ProcessResult> run(String... command) throws IOException {
        return run(new ProcessBuilder(command), new byte[0], OUTPUT_LIMIT);
    }

    /**
     * Starts a process, gives it its input, and waits until it has ended. Cancelled, it kills the process and waits for its
     * end. It does not fail because of the exit code.
     *
     * @param limit bytes of output, and of errors, above which it kills the process and fails with {@link LimitExceededException}
     */
    public static Async<ProcessResult> run(ProcessBuilder builder, byte[] input, int limit) throws IOException {
        checkCommand(builder);
        checkInput(input, limit);
        return new RunProcess(builder, input, limit);
    }

    /** What the process reads as its standard input. */
    public ByteWriter input() {
        return input;
    }

    /** What the process writes to its standard output. */
    public ByteReader output() {
        return output;
    }

    /** What the process writes to its standard error. */
    public ByteReader error() {
        return error;
    }

    /**
     * Gives the process the rest of its input, reads both outputs to the end and waits for that of the process, all at the same time,
     * so that nobody waits for the other. A process that does not read its input is no failure. Cancelling it leaves the process alone.
     *
     * @param limit bytes of output, and of errors, above which it fails with {@link LimitExceededException}
     */
    public Async<ProcessResult> communicate(byte[] rest, int limit) throws IOException {
        checkInput(rest, limit);
        return new Communicate(this, rest, limit);
    }

    /**
     * Waits for the end of the process. The value is what it returned; if a signal ended it, 128 and the number of the signal.
     * Cancelling the wait leaves the process alone.
     */
    public Async<Integer> exitCode() {
        return Async.from(process.onExit().thenApply(Process::exitValue));
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the process to end: SIGTERM, where there are signals. What it still writes can be read. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Ends the process by force: SIGKILL, where there are signals. What it has written can be read. */
    public void kill() {
        process.toHandle().destroyForcibly(); // unlike the process itself, it leaves the pipes open
    }

    /**
     * Kills the process if it runs, closes its pipes, and waits for its end. Its own children are left alone. A process that nobody
     * has closed is killed when the loop is, and the exception handler told.
     */
    @Override
    public Async<@Nullable Void> closeAsync() {
        return new CloseProcess(this);
    }

    Async<@Nullable Void> ended() {
        return Async.from(process.onExit().<@Nullable Void>thenApply(ended -> null));
    }

    void end() {
        core.checkRunning("ChildProcess.close()");
        core.belongings().remove(endWithLoop);
        kill();
        input.abort();
        output.abort();
        error.abort();
    }

    private void endWithLoop() {
        boolean ran = isAlive();
        end();
        if (ran) {
            String message =
                    "process " + pid() + " was killed because its loop was closed, and it was not: start it in a"
                            + " try-with-resources statement, or by ProcessBuilder.start() if it is to outlive the loop";
            EventLoop.current()
                    .callExceptionHandler(new UnhandledFailure(
                            message, new IllegalStateException(this + " was not closed"), null, null));
        }
    }

    @Override
    public String toString() {
        return "ChildProcess (" + process + ")";
    }
}
