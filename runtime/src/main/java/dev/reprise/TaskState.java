package dev.reprise;

import dev.reprise.frame.Driver;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Suspension;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * How far a task has come, and its outcome: one word of status, one reference.
 *
 * <p>Fields belong to the loop's thread. The end of the task is published by {@link #status}, written last with release
 * and read by other threads with acquire.
 */
abstract class TaskState<T extends @Nullable Object> extends Driver implements Outcome<T> {

    /* status: the phase in three bits, the flags, and from ONE_REQUEST up the count of cancellation requests */
    static final int NOT_STARTED = 0;
    static final int RUNNING = 1;
    static final int SUSPENDED = 2;
    static final int RETURNED = 3;
    static final int FAILED = 4;
    static final int CANCELLED = 5;
    private static final int PHASE = 7;

    /** The next step is in the ready queue. */
    private static final int SCHEDULED = 8;

    /** The next step, or the next suspension, raises what {@link #outcome} says. */
    private static final int RAISE = 16;

    /** A cancelled scope has been passed on to what is waited for; it is not asked again. */
    private static final int ASKED = 32;

    /** It has {@link TaskExtras}. */
    private static final int SPECIAL = 64;

    private static final int ONE_REQUEST = 128;

    private static final VarHandle STATUS;

    static {
        try {
            STATUS = MethodHandles.lookup().findVarHandle(TaskState.class, "status", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int status = NOT_STARTED | SCHEDULED;

    /**
     * Not started: the coroutine. With RAISE: a throwable, or the reason of the cancellation. Returned: the value.
     * Failed: a {@link Failure}. Cancelled: the {@link Cancelled}.
     */
    private @Nullable Object outcome;

    TaskState(Awaitable<T> coroutine) {
        outcome = coroutine;
    }

    // ---- the phase

    final int phase() {
        return status & PHASE;
    }

    final int phaseAcquire() {
        return (int) STATUS.getAcquire(this) & PHASE;
    }

    /** Whether its coroutine is on the Java stack. */
    final boolean isRunning() {
        return phase() == RUNNING;
    }

    /** Whether the next step resumes its coroutine with the outcome of what that waits for, and it has no extras. */
    final boolean isUsualStep() {
        return (status & (SPECIAL | RAISE | PHASE)) == SUSPENDED;
    }

    /** Its step has begun. */
    final void toRunning() {
        status = status & ~(SCHEDULED | ASKED | PHASE) | RUNNING;
    }

    final void toSuspended() {
        status = status & ~PHASE | SUSPENDED;
    }

    final void toEnd(int phase, @Nullable Object result) {
        outcome = result;
        STATUS.setRelease(this, status & ~(PHASE | RAISE) | phase);
    }

    final boolean isScheduled() {
        return (status & SCHEDULED) != 0;
    }

    final void markScheduled() {
        status |= SCHEDULED;
    }

    /** Whether it has no extras, and nothing is to be raised. */
    final boolean isUsual() {
        return (status & (SPECIAL | RAISE)) == 0;
    }

    final void markSpecial() {
        status |= SPECIAL;
    }

    // ---- what it was asked

    final int requests() {
        return status / ONE_REQUEST;
    }

    final void addRequests(int requests) {
        status += requests * ONE_REQUEST;
    }

    final boolean isAsked() {
        return (status & ASKED) != 0;
    }

    final void markAsked() {
        status |= ASKED;
    }

    final boolean isRaising() {
        return (status & RAISE) != 0;
    }

    /** Whether what is to be raised is a request, which may be passed on. */
    final boolean isRaisingRequest() {
        return isRaising() && !(outcome instanceof Throwable);
    }

    /** The reason of the request that is to be raised. */
    final @Nullable String reasonToRaise() {
        return (String) outcome;
    }

    /** @param what a throwable, or the reason of a cancellation */
    final void markRaising(@Nullable Object what) {
        status |= RAISE;
        outcome = what;
    }

    final Throwable takeRaised() {
        Object what = outcome;
        status &= ~RAISE;
        outcome = null;
        return what instanceof Throwable failure ? failure : new Cancelled((String) what);
    }

    // ---- what it drives

    /** The coroutine that is to be started; null if it has been, or never will be. */
    final @Nullable Awaitable<?> unstarted() {
        return phase() == NOT_STARTED && outcome instanceof Awaitable<?> coroutine ? coroutine : null;
    }

    final Awaitable<?> takeCoroutine() {
        Awaitable<?> coroutine = (Awaitable<?>) outcome;
        outcome = null;
        if (coroutine == null) {
            throw new AssertionError("task without a coroutine: " + this);
        }
        return coroutine;
    }

    /** What the chain waits for, for the rest of this package. */
    final @Nullable Suspension source() {
        return awaited();
    }

    // ---- the outcome

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // outcome of a coroutine that gives a T
    public final T result() {
        return switch (phaseAcquire()) {
            case RETURNED -> (T) outcome;
            case FAILED -> throw Sneaky.raise(Failure.in(outcome).receive());
            case CANCELLED -> throw cancelled();
            default -> throw new IllegalStateException(this + " has not ended: await it");
        };
    }

    @Override
    public final @Nullable Throwable exception() {
        return switch (phaseAcquire()) {
            case RETURNED -> null;
            case FAILED -> Failure.in(outcome).receive();
            case CANCELLED -> throw cancelled();
            default -> throw new IllegalStateException(this + " has not ended: await it");
        };
    }

    /** The value, failure or cancellation of a task that has ended, for looking at: no failure counts as received. */
    final @Nullable Object ending() {
        return outcome instanceof Failure failed ? failed.thrown : outcome;
    }

    /** How it failed, which does not count as received; null if it has not. */
    final @Nullable Failure failure() {
        return hasFailed() ? Failure.in(outcome) : null;
    }

    private Cancelled cancelled() {
        if (outcome instanceof Cancelled cancelled) {
            return cancelled;
        }
        throw new AssertionError("cancelled without a Cancelled");
    }

    @Override
    public final boolean isDone() {
        return phaseAcquire() >= RETURNED;
    }

    public final boolean isCancelled() {
        return phaseAcquire() == CANCELLED;
    }

    /** Whether it has failed, which does not count as received. */
    final boolean hasFailed() {
        return phaseAcquire() == FAILED;
    }
}
