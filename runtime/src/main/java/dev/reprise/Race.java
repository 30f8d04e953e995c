package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link Async#race} and {@link Async#hedge}. */
final class Race<T extends @Nullable Object> extends Async<T> implements Suspension {

    private final @Nullable Duration headStart;
    private final Queue<Awaitable<? extends T>> toStart;
    private final List<Outcome<? extends T>> running = new ArrayList<>();
    private @Nullable EventLoop loop;

    /** Who waits; null before that, and from the wake-up on. */
    private @Nullable Driver driver;

    private @Nullable Deadline nextStart;
    private @Nullable Outcome<? extends T> winner;

    /** The first failure, the others suppressed in it. */
    private @Nullable Throwable failure;

    private @Nullable Cancelled cancelled;

    /** @param headStart after which the next one is started; null if all are at once */
    Race(@Nullable Duration headStart, Collection<? extends Awaitable<? extends T>> runners) {
        if (runners.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one runner");
        }
        this.headStart = headStart;
        this.toStart = new ArrayDeque<>(runners);
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (loop != null) {
            throw new IllegalStateException("a race is run once: call it again for another one");
        }
        loop = EventLoop.current();
        for (Awaitable<?> each : toStart) {
            if (each instanceof Outcome<?> made) {
                made.checkAwaited(context);
            }
        }
        return context.suspendOn(this);
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        do {
            startNext();
        } while (headStart == null && !toStart.isEmpty());
    }

    private void startNext() {
        Awaitable<? extends T> next = toStart.poll();
        EventLoop ours = loop;
        if (next == null || ours == null) {
            return;
        }
        Outcome<? extends T> runner = ours.running(next);
        running.add(runner);
        runner.whenDone(() -> ended(runner));
        withdrawStart();
        if (headStart != null && !toStart.isEmpty()) {
            nextStart = Deadline.start(ours, headStart, this::startNext);
        }
    }

    private void ended(Outcome<? extends T> runner) {
        running.remove(runner);
        if (winner == null && cancelled == null) {
            Throwable failed = Result.of(runner).failure();
            if (failed == null) {
                winner = runner;
                stop("another one has won the race");
            } else {
                remember(failed);
                startNext();
            }
        }
        if (running.isEmpty()) {
            wake();
        }
    }

    private void remember(Throwable failed) {
        Throwable first = failure;
        if (first == null) {
            failure = failed;
        } else if (first != failed) {
            first.addSuppressed(failed);
        }
    }

    private void stop(@Nullable String reason) {
        toStart.clear();
        withdrawStart();
        List.copyOf(running).forEach(runner -> runner.cancel(reason));
    }

    private void withdrawStart() {
        if (nextStart != null) {
            nextStart.withdraw();
        }
    }

    private void wake() {
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public @Nullable Object outcome() throws Throwable {
        if (cancelled != null) {
            throw cancelled;
        }
        if (winner != null) {
            return winner.result();
        }
        throw failure == null ? new AssertionError("nobody ran") : failure;
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        if (driver == null || winner != null) {
            return false;
        }
        if (cancelled == null) {
            cancelled = new Cancelled(reason);
        }
        stop(reason);
        return true;
    }

    @Override
    public String toString() {
        return "race, " + running.size() + " running";
    }
}
