package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine that starts a process, in the form the compiler would give it:
 *
 * <pre>{@code
 * try { return new ChildProcess(await(toThread(launch))); } catch (Throwable t) { launch.abandon(); throw t; }
 * }</pre>
 */
final class StartProcess extends Routine<ChildProcess> {

    private final Launch launch;

    StartProcess(ProcessBuilder builder) {
        launch = new Launch(builder);
    }

    @Override
    protected @Nullable Object resume(Context context) throws Exception {
        try {
            Object started;
            if (label == CREATED) {
                label = RUNNING;
                started = EventLoop.current().runInExecutor(launch).awaitIn(context);
                if (context.suspended()) {
                    return suspend(context, 1);
                }
            } else {
                label = RUNNING;
                started = context.take();
            }
            if (started instanceof Process process) {
                return new ChildProcess(process);
            }
            throw new AssertionError("no process was started");
        } catch (Throwable raised) {
            launch.abandon();
            throw raised;
        }
    }

    @Override
    protected String points() {
        return "dev.reprise.io.ChildProcess|start|ChildProcess.java|-1|-1";
    }
}
