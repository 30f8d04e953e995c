package dev.reprise.io;

import dev.reprise.Call;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The start of a process on another thread, which may be given up meanwhile. Thread-safe. */
final class Launch implements Call<Process, IOException> {

    private final ProcessBuilder builder;

    /** Guarded by this, as what follows. */
    private @Nullable Process process;

    private boolean abandoned;

    Launch(ProcessBuilder builder) {
        this.builder = builder;
    }

    @Override
    public Process call() throws IOException {
        Process started = builder.start();
        synchronized (this) {
            process = started;
            if (abandoned) {
                started.destroyForcibly();
            }
        }
        return started;
    }

    /** Nobody wants the process any more, also if it has not been started yet. */
    synchronized void abandon() {
        abandoned = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
