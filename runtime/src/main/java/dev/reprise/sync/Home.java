package dev.reprise.sync;

import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The loop that an object belongs to: the first on which it was used, until that loop is closed. */
final class Home {

    private @Nullable Executor loop;

    /**
     * Makes sure that the calling thread runs the loop that {@code resident} belongs to.
     *
     * @throws IllegalStateException if it does not
     */
    void enter(Object resident) {
        enter(resident, Context.current());
    }

    void enter(Object resident, Context context) {
        Executor running = context.loop();
        if (running == null || running != loop) {
            settle(resident, running);
        }
    }

    /** Two loops may come at once: one of them is let in. */
    private synchronized void settle(Object resident, @Nullable Executor running) {
        if (running == null) {
            throw new IllegalStateException(resident + " is used off an event loop, on thread "
                    + Thread.currentThread().getName() + (loop == null ? "" : ", and belongs to " + loop)
                    + ": use it in a coroutine, or pass the call to the loop with"
                    + " loop.execute(...)");
        }
        if (loop instanceof EventLoop home && home != running && !home.isClosed()) {
            throw new IllegalStateException(resident + " belongs to " + home + " and is used on " + running
                    + ": it is not shared between loops; pass the call to its own with loop.execute(...)");
        }
        loop = running;
    }
}
