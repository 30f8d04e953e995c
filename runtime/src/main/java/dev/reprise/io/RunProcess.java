package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine of {@link ChildProcess#run}, in the form the compiler would give it:
 *
 * <pre>{@code
 * try (ChildProcess process = await(start(builder))) { return await(process.communicate(input, limit)); }
 * }</pre>
 */
final class RunProcess extends Routine<ProcessResult> {

    private static final int STARTED = 1;
    private static final int ENDED = 2;
    private static final int CLOSED = 3;

    private final ProcessBuilder builder;
    private final byte[] input;
    private final int limit;
    private @Nullable ChildProcess process;
    private @Nullable Object result;
    private @Nullable Throwable failure;

    RunProcess(ProcessBuilder builder, byte[] input, int limit) {
        this.builder = builder;
        this.input = input;
        this.limit = limit;
    }

    @Override
    protected @Nullable Object resume(Context context) throws Throwable {
        int point = label;
        label = RUNNING;
        if (point == CREATED) {
            Object started = ChildProcess.start(builder).awaitIn(context);
            return context.suspended() ? suspend(context, STARTED) : communicate(context, started);
        }
        if (point == STARTED) {
            return communicate(context, context.take());
        }
        if (point == ENDED) {
            try {
                result = context.take();
            } catch (Throwable raised) {
                failure = raised;
            }
            return close(context);
        }
        context.take();
        return end();
    }

    private @Nullable Object communicate(Context context, @Nullable Object started) throws Throwable {
        process = (ChildProcess) started;
        try {
            if (process != null) {
                result = process.communicate(input, limit).awaitIn(context);
            }
        } catch (Throwable raised) {
            failure = raised;
        }
        return context.suspended() ? suspend(context, ENDED) : close(context);
    }

    private @Nullable Object close(Context context) throws Throwable {
        if (process != null) {
            Async.shield(process.closeAsync()).awaitIn(context);
        }
        return context.suspended() ? suspend(context, CLOSED) : end();
    }

    private @Nullable Object end() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    @Override
    protected void release() {
        process = null;
        result = null;
        failure = null;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.ChildProcess|run|ChildProcess.java|-1|-1,-1,-1";
    }
}
