package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Task;
import dev.reprise.TaskGroup;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine of {@link ChildProcess#communicate}, in the form the compiler would give it:
 *
 * <pre>{@code
 * process.input().write(input);
 * process.input().closeOutput();
 * try (var group = TaskGroup.open()) {
 *     output = group.fork(process.output().readAll(limit));
 *     error = group.fork(process.error().readAll(limit));
 *     await(group.join());
 * }
 * return new ProcessResult(await(process.exitCode()), output.result(), error.result());
 * }</pre>
 */
final class Communicate extends Routine<ProcessResult> {

    private static final int PRINTED = 1;
    private static final int ENDED = 2;

    private final ChildProcess process;
    private final byte[] input;
    private final int limit;
    private @Nullable Task<byte[]> output;
    private @Nullable Task<byte[]> error;

    Communicate(ChildProcess process, byte[] input, int limit) {
        this.process = process;
        this.input = input;
        this.limit = limit;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        int point = label;
        label = RUNNING;
        if (point == ENDED) {
            return result(context.take());
        }
        if (point == CREATED) {
            if (input.length > 0) {
                process.input().write(input);
            }
            process.input().closeOutput();
            TaskGroup.run(this::readBoth).awaitIn(context);
            if (context.suspended()) {
                return suspend(context, PRINTED);
            }
        } else {
            context.take();
        }
        Object exitCode = process.exitCode().awaitIn(context);
        return context.suspended() ? suspend(context, ENDED) : result(exitCode);
    }

    private Async<@Nullable Void> readBoth(TaskGroup group) throws IOException {
        output = group.fork(process.output().readAll(limit));
        error = group.fork(process.error().readAll(limit));
        return Async.done();
    }

    private ProcessResult result(@Nullable Object exitCode) {
        return new ProcessResult(
                exitCode instanceof Integer code ? code : -1,
                Objects.requireNonNull(output).result(),
                Objects.requireNonNull(error).result());
    }

    @Override
    protected void release() {
        output = null;
        error = null;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.ChildProcess|communicate|ChildProcess.java|-1|-1,-1";
    }
}
