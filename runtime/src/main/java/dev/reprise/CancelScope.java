package dev.reprise;

import dev.reprise.frame.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a task's code that can be cancelled by itself. Scopes are nested: a task is one, a {@link TaskGroup} is one
 * around its block and its children, a {@link Timeout} is one around its block.
 *
 * <p>A cancelled scope is cancelled until it is left: <i>every</i> await in it that really suspends raises {@link Cancelled},
 * in the scopes within it and in the children of groups within it, too. Clean-up that has to await stands in a {@linkplain
 * #shield() shield}. ({@link Task#cancel()} on the other hand interrupts once.)
 *
 * <p>{@link #run(Awaitable)} is the usual way in; the cancellation of this scope, and of no other, ends there:
 *
 * <pre>{@code
 * CancelScope scope = CancelScope.create().deadline(Duration.ofSeconds(1));
 * String answer = await(scope.run(ask()));    // null if the time ran out
 * if (scope.isCaught()) { … }
 * }</pre>
 *
 * <p>A block is the other one. A try statement cannot swallow what its body throws, so that here {@code Cancelled} comes out:
 *
 * <pre>{@code
 * CancelScope scope = CancelScope.create();
 * try (var block = scope.enter()) {
 *     …
 * } catch (Cancelled c) {
 *     scope.absorb(c);                        // throws c if it is not the scope's own
 * }
 * }</pre>
 *
 * <p>A scope is entered once, by a task of the loop that it was created on, and left by that task, inner scopes before
 * outer ones. Belongs to the loop's thread.
 */
public final class CancelScope implements AutoCloseable {

    private enum State {
        CREATED,
        ENTERED,
        LEFT
    }

    private final EventLoop loop;
    private final boolean shielded;

    /** The group whose scope this is; its tasks are inside. */
    private final @Nullable TaskGroup group;

    private State state = State.CREATED;
    private @Nullable RunningTask<?> host;
    private @Nullable CancelScope outer;
    private int requestsAtEntry;

    private boolean cancelled;
    private @Nullable String reason;
    private boolean delivered;
    private boolean ownEndsHere;
    private boolean caught;
    private @Nullable Deadline deadline;

    /** Requests of {@link Task#cancel} that this shield holds back. */
    private int held;

    private @Nullable String heldReason;

    CancelScope(EventLoop loop, boolean shielded, @Nullable TaskGroup group) {
        this.loop = loop;
        this.shielded = shielded;
        this.group = group;
    }

    /**
     * A scope to be entered by a task of the running loop.
     *
     * @throws IllegalStateException if no loop runs on this thread
     */
    public static CancelScope create() {
        return new CancelScope(EventLoop.current(), false, null);
    }

    /**
     * A scope into which no cancellation comes from outside: requests to the task and cancelled outer scopes take effect at
     * the first suspension after it. It can be cancelled itself, or by its own {@linkplain #deadline deadline}, which every
     * clean-up that might hang should have.
     *
     * @throws IllegalStateException if no loop runs on this thread
     */
    public static CancelScope shield() {
        return new CancelScope(EventLoop.current(), true, null);
    }

    /**
     * How long the code that calls this has until one of the scopes it is in runs out of time: the least of their deadlines,
     * as far as no shield is in between.
     *
     * @return zero if one of them is cancelled, null if none has a deadline
     */
    public static @Nullable Duration timeLeft() {
        return Context.current().driver() instanceof RunningTask<?> task ? ScopeTree.timeLeft(task) : null;
    }

    // ---- the block

    /**
     * Runs {@code body} in this scope.
     *
     * @param body a coroutine that has not been started, or anything else that can be awaited
     * @return its value, or null if {@code body} ended with {@link Cancelled} because this scope was cancelled
     */
    public <T extends @Nullable Object> Async<@Nullable T> run(Awaitable<T> body) {
        return new ScopedCall<>(this, () -> body);
    }

    /**
     * As {@link #run(Awaitable)}, with a lambda, which may {@code await} if it returns {@code Async}.
     *
     * @throws X from the await, not from here
     */
    public <T extends @Nullable Object, X extends Exception> Async<@Nullable T> run(Call<? extends Async<T>, X> body)
            throws X {
        return new ScopedCall<>(this, body);
    }

    /**
     * Enters the scope, to be left by {@link #close()}.
     *
     * @return this
     * @throws IllegalStateException if it was entered before, or not by a task of its loop
     */
    public CancelScope enter() {
        if (state != State.CREATED) {
            throw new IllegalStateException("a scope is entered once: create another one");
        }
        if (!(Context.current().driver() instanceof RunningTask<?> task) || task.loop != loop) {
            throw new IllegalStateException("a scope needs a task of its event loop around it: call this in a coroutine"
                    + " that returns Async and is run by EventLoop.run() or createTask()");
        }
        host = task;
        outer = task.innermostScope();
        requestsAtEntry = task.requests();
        state = State.ENTERED;
        if (shielded) {
            Cancelled pending = task.takeRequest();
            if (pending != null) {
                hold(pending.getMessage());
            }
        }
        task.innermostScope(this);
        return this;
    }

    /** Leaves the scope. What was cancelled in it stays so; the task is not. */
    @Override
    public void close() {
        leave();
    }

    /**
     * Ends a cancellation of this scope that has come out of its block.
     *
     * @param cancellation thrown again if it is not this scope's own, that is, if somebody cancelled the task or an outer
     *     scope
     */
    public void absorb(Cancelled cancellation) {
        if (!endsHere(cancellation)) {
            throw cancellation;
        }
    }

    // ---- cancelling it

    /** Cancels the scope without a reason; see {@link #cancel(String)}. */
    public void cancel() {
        cancel(null);
    }

    /**
     * Cancels the scope, if it was not before. One that has not been entered is cancelled when it is.
     *
     * @param why message of the {@link Cancelled}, or null
     */
    public void cancel(@Nullable String why) {
        loop.checkThread("CancelScope.cancel()");
        if (cancelled || state == State.LEFT) {
            return;
        }
        cancelled = true;
        reason = why;
        if (state == State.ENTERED) {
            ScopeTree.passOn(this);
        }
    }

    /**
     * Cancels the scope after {@code delay} from now on, instead of at any deadline set before; negative is none, null is
     * never.
     *
     * @return this
     * @throws IllegalStateException if the scope has been left
     */
    public CancelScope deadline(@Nullable Duration delay) {
        loop.checkThread("CancelScope.deadline()");
        if (state == State.LEFT) {
            throw new IllegalStateException("the block of the scope has ended: its deadline cannot be moved");
        }
        withdrawDeadline();
        if (delay != null) {
            deadline = Deadline.start(loop, delay, () -> cancel("deadline exceeded"));
        }
        return this;
    }

    /** Whether it was cancelled, which does not mean that any code has noticed. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** What {@link #cancel(String)} was told, or null. */
    public @Nullable String reason() {
        return reason;
    }

    /** Whether a {@link Cancelled} of this scope has ended at it. */
    public boolean isCaught() {
        return caught;
    }

    // ---- for tasks and groups

    @Nullable RunningTask<?> host() {
        return host;
    }

    @Nullable CancelScope outer() {
        return outer;
    }

    /** A scope between the two has been left. */
    void outer(@Nullable CancelScope next) {
        outer = next;
    }

    /** The scope around it, unless this one lets no cancellation in. */
    @Nullable CancelScope visibleOuter() {
        return shielded ? null : outer;
    }

    boolean isShielded() {
        return shielded;
    }

    @Nullable TaskGroup group() {
        return group;
    }

    /** The cancelled scope that this one is in. */
    @Nullable CancelScope cancelledOutside() {
        return ScopeTree.cancelledAround(visibleOuter());
    }

    /** Whether the task was asked to stop since it entered the scope. */
    boolean isHostAskedToStop() {
        return host != null && host.requests() > requestsAtEntry;
    }

    /** What waits in this scope, or in one inside it, was told. */
    void delivered() {
        delivered = true;
    }

    /** Whether anything that was waited for in this scope was told that it is cancelled. */
    boolean isDelivered() {
        return delivered;
    }

    void hold(@Nullable String why) {
        held++;
        heldReason = why;
    }

    int heldRequests() {
        return held;
    }

    void releaseOne() {
        held--;
    }

    /** Whether the cancellation of this scope, if it comes out of the block, ends here. The scope has been left. */
    boolean endsOwn() {
        return ownEndsHere;
    }

    /** Whether a failure that comes out of the block is a cancellation that ends here. The scope has been left. */
    boolean endsHere(@Nullable Throwable failure) {
        boolean own = ownEndsHere && failure instanceof Cancelled;
        caught |= own;
        return own;
    }

    /** Leaves the scope, if it is entered; only its task may. */
    void leave() {
        boolean elsewhere = state == State.ENTERED && Context.current().driver() != host;
        exit();
        if (elsewhere) {
            throw new IllegalStateException("a scope was left by another task than the one that entered it, " + host);
        }
    }

    /** Leaves the scope, if it is entered. */
    void exit() {
        RunningTask<?> task = host;
        if (state != State.ENTERED || task == null) {
            return;
        }
        boolean crossing = task.innermostScope() != this;
        ownEndsHere = cancelled && (shielded || !isHostAskedToStop()) && cancelledOutside() == null;
        state = State.LEFT;
        withdrawDeadline();
        ScopeTree.takeOut(task, this);
        if (held > 0) {
            ScopeTree.handOn(task, held, heldReason);
        }
        if (crossing) {
            throw new IllegalStateException(
                    "a scope was left before a scope inside it: close them in the reverse order");
        }
    }

    /** The task has ended without leaving the scope. */
    void abandoned() {
        state = State.LEFT;
        withdrawDeadline();
        if (group != null) {
            group.abandoned();
        }
    }

    @Nullable Duration left() {
        return deadline == null ? null : deadline.left();
    }

    private void withdrawDeadline() {
        if (deadline != null) {
            deadline.withdraw();
            deadline = null;
        }
    }

    @Override
    public String toString() {
        return (shielded ? "shield" : "scope") + " (" + (cancelled ? "cancelled" : "active") + ")";
    }
}
