package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine of {@link ChildProcess#communicate}, in the form the compiler would give it:
 *
 * <pre>{@code
 * process.input().write(input);
 * process.input().closeOutput();
 * List<byte[]> printed = await(gather(process.output().readAll(limit), process.error().readAll(limit)));
 * return new ProcessResult(await(process.exitCode()), printed.get(0), printed.get(1));
 * }</pre>
 */
final class Communicate extends Routine<ProcessResult> {

    private static final int PRINTED = 1;
    private static final int ENDED = 2;

    private final ChildProcess process;
    private final byte[] input;
    private final int limit;
    private List<byte[]> printed = List.of();

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
        Object read;
        if (point == CREATED) {
            process.input().write(input);
            process.input().closeOutput();
            read = Async.gather(process.output().readAll(limit), process.error().readAll(limit))
                    .awaitIn(context);
            if (context.suspended) {
                return suspend(context, PRINTED);
            }
        } else {
            read = context.take();
        }
        take(read);
        Object exitCode = process.exitCode().awaitIn(context);
        return context.suspended ? suspend(context, ENDED) : result(exitCode);
    }

    @SuppressWarnings("unchecked") // what the gather gives
    private void take(@Nullable Object read) {
        printed = read == null ? List.of() : (List<byte[]>) read;
    }

    private ProcessResult result(@Nullable Object exitCode) {
        return new ProcessResult(exitCode instanceof Integer code ? code : -1, printed.get(0), printed.get(1));
    }

    @Override
    protected void release() {
        printed = List.of();
    }

    @Override
    protected String points() {
        return "dev.reprise.io.ChildProcess|communicate|ChildProcess.java|-1|-1,-1";
    }
}
