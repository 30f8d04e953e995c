package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link ChildProcess#closeAsync()}: the process is killed at the await, also if that is cancelled. */
final class CloseProcess extends Async<@Nullable Void> {

    private final ChildProcess process;

    CloseProcess(ChildProcess process) {
        this.process = process;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        process.end();
        return process.ended().awaitIn(context);
    }
}
