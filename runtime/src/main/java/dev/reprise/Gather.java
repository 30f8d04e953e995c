package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link Async#gather} and {@link Async#gatherOutcomes}. */
final class Gather<R extends @Nullable Object> extends Async<List<R>> implements Suspension {

    private final List<? extends Awaitable<?>> awaited;

    /** Gives a {@link Result} for each, and does not fail. */
    private final boolean asResults;

    /** What runs for each of {@link #awaited}; null before the start. */
    private @Nullable List<Outcome<?>> parts;

    /** {@link #parts} without repetitions. */
    private final List<Outcome<?>> distinct = new ArrayList<>();

    private int unfinished;

    /** Who waits; null before that, and from the wake-up on. */
    private @Nullable Driver driver;

    private @Nullable Throwable firstFailure;

    /** At least one part took a request to stop. */
    private boolean cancelled;

    private @Nullable String reason;

    /** A request is on its way down. */
    private boolean cancelling;

    Gather(List<? extends Awaitable<?>> awaited, boolean asResults) {
        this.awaited = awaited;
        this.asResults = asResults;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (parts != null) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call gather() again for another run");
        }
        if (awaited.isEmpty()) {
            parts = List.of();
            return List.of();
        }
        EventLoop loop = (EventLoop) context.loop();
        if (loop == null) {
            throw new IllegalStateException(this + " needs an event loop, and none runs on thread "
                    + Thread.currentThread().getName() + ": call it from a coroutine of EventLoop.run()");
        }
        start(loop, context);
        return context.suspendOn(this);
    }

    private void start(EventLoop loop, Context context) {
        for (Awaitable<?> each : awaited) {
            if (each instanceof Outcome<?> running) {
                running.checkAwaited(context);
            }
        }
        IdentityHashMap<Awaitable<?>, Outcome<?>> started = new IdentityHashMap<>();
        List<Outcome<?>> inOrder = new ArrayList<>(awaited.size());
        for (Awaitable<?> each : awaited) {
            Outcome<?> part = started.get(each);
            if (part == null) {
                part = loop.running(each);
                started.put(each, part);
                distinct.add(part);
            }
            inOrder.add(part);
        }
        parts = inOrder;
        unfinished = distinct.size();
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        for (Outcome<?> part : distinct) {
            part.whenDone(() -> ended(part));
        }
    }

    private void ended(Outcome<?> part) {
        unfinished--;
        if (!asResults && firstFailure == null) {
            // a later one is not received here, so that it is reported
            firstFailure = failureOf(part);
        }
        if (unfinished == 0 || firstFailure != null && !cancelled) {
            wake();
        }
    }

    private void wake() {
        Driver waiting = driver;
        driver = null;
        if (waiting != null) {
            waiting.wake();
        }
    }

    @Override
    public @Nullable Object outcome() throws Throwable {
        if (cancelled) {
            throw cancellation();
        }
        if (firstFailure != null) {
            throw firstFailure;
        }
        List<@Nullable Object> values = new ArrayList<>(awaited.size());
        if (parts != null) {
            for (Outcome<?> part : parts) {
                values.add(asResults ? Result.of(part) : part.result());
            }
        }
        return values;
    }

    /** What the awaiting coroutine sees; failures of the clean-up are not lost. */
    private Cancelled cancellation() {
        Cancelled raised = new Cancelled(reason);
        for (Outcome<?> part : distinct) {
            Throwable failure = part.isDone() ? failureOf(part) : null;
            if (failure != null && !(failure instanceof Cancelled)) {
                raised.addSuppressed(failure);
            }
        }
        return raised;
    }

    @Override
    public boolean cancel(@Nullable String why) {
        if (driver == null) {
            return false;
        }
        if (cancelling) {
            // a part waits for whoever awaits this: it would wait for ever, so the wait ends here
            cancelled = true;
            reason = why;
            wake();
            return true;
        }
        cancelling = true;
        boolean taken = false;
        for (Outcome<?> part : distinct) {
            taken |= part.cancel(why);
        }
        cancelling = false;
        if (taken) {
            cancelled = true;
            reason = why;
        }
        return cancelled;
    }

    private static @Nullable Throwable failureOf(Outcome<?> part) {
        try {
            return part.exception();
        } catch (Cancelled cancelled) {
            return cancelled;
        }
    }

    @Override
    public String toString() {
        return "gather of " + awaited.size();
    }
}
