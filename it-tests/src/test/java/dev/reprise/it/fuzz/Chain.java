package dev.reprise.it.fuzz;

import dev.reprise.Awaitable;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/** The driver of a program's outermost coroutine, which ends each wait as soon as nothing runs. */
final class Chain extends Driver {

    private final Awaitable<?> coroutine;
    private boolean woken;
    private @Nullable String outcome;

    Chain(Awaitable<?> coroutine) {
        this.coroutine = coroutine;
    }

    /** Runs the coroutine to its end; what came of it. */
    String run() {
        Context context = Context.current();
        start(context, coroutine);
        while (outcome == null) {
            while (!woken) {
                passTime();
            }
            woken = false;
            resume(context);
        }
        return outcome;
    }

    private void passTime() {
        if (Gate.cancels(Gate.pending().next())) {
            awaited().cancel("cancelled");
        }
        Gate.pending().end();
    }

    @Override
    public void wake() {
        woken = true;
    }

    @Override
    protected void returned(@Nullable Object value) {
        outcome = Runner.returned(value);
    }

    @Override
    protected void failed(Throwable failure) {
        outcome = Runner.threw(failure);
    }

    @Override
    protected void suspended(Suspension awaited) {
        awaited.subscribe(this);
    }
}
