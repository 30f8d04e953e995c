package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Suspension;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wait of a coroutine until a stream has come to a certain state. */
final class Waiting extends Async<@Nullable Void> implements Suspension {

    /** What is waited for. */
    interface Condition {

        /**
         * Whether it has come about.
         *
         * @throws IOException if it never will
         */
        boolean isMet() throws IOException;
    }

    private final LoopCore core;
    private final String operation;
    private final Object where;
    private final Line line;
    private final Condition condition;
    private final Runnable onCancel;
    private boolean awaited;
    private @Nullable Driver driver;
    private @Nullable Throwable failure;

    /**
     * @param operation for messages
     * @param where for messages, asked for its text only then
     * @param line asks for the state whenever it has changed
     * @param onCancel done when the wait is cancelled
     */
    Waiting(LoopCore core, String operation, Object where, Line line, Condition condition, Runnable onCancel) {
        this.core = core;
        this.operation = operation;
        this.where = where;
        this.line = line;
        this.condition = condition;
        this.onCancel = onCancel;
    }

    /** Those who wait for states of one stream. */
    static final class Line {

        private final List<Waiting> waiting = new ArrayList<>(0);

        /** Lets those go on whose conditions are met. */
        void check() {
            if (waiting.isEmpty()) {
                return;
            }
            for (Waiting each : List.copyOf(waiting)) {
                each.check();
            }
        }
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        core.checkRunning(operation);
        if (awaited) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call the method again for another wait");
        }
        awaited = true;
        try {
            return condition.isMet() ? null : context.suspendOn(this);
        } catch (IOException e) {
            throw Sneaky.raise(e);
        }
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        line.waiting.add(this);
    }

    private void check() {
        try {
            if (condition.isMet()) {
                wake(null);
            }
        } catch (IOException e) {
            wake(e);
        }
    }

    private void wake(@Nullable Throwable raised) {
        line.waiting.remove(this);
        failure = raised;
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public @Nullable Object outcome() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        if (driver == null) {
            return false;
        }
        wake(new Cancelled(reason));
        onCancel.run();
        return true;
    }

    @Override
    public String toString() {
        return operation + " on " + where;
    }
}
