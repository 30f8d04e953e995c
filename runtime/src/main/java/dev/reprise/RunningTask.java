package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Frame;
import dev.reprise.frame.PointTable;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Suspension;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one kind of task: the driver of its coroutine, a step in the loop's ready queue, and what those who await it are
 * suspended on. All in one object of 48 bytes, because programs have many.
 *
 * <p>Fields belong to the loop's thread. The end of the task is published by {@link #status}, written last with release
 * and read by other threads with acquire.
 */
final class RunningTask<T extends @Nullable Object> extends Driver
        implements Task<T>, Outcome<T>, Suspension, Runnable {

    /* status: the phase in three bits, the flags, and from ONE_REQUEST up the count of cancellation requests */
    private static final int NOT_STARTED = 0;
    private static final int RUNNING = 1;
    private static final int SUSPENDED = 2;
    private static final int RETURNED = 3;
    private static final int FAILED = 4;
    private static final int CANCELLED = 5;
    private static final int PHASE = 7;

    /** The next step is in the ready queue. */
    private static final int SCHEDULED = 8;

    /** The next step, or the next suspension, raises what {@link #outcome} says. */
    private static final int RAISE = 16;

    /** A cancelled scope has been passed on to what is waited for; it is not asked again. */
    private static final int ASKED = 32;

    private static final int ONE_REQUEST = 64;

    /** Characters of an outcome that {@link #toString()} shows. */
    private static final int LONGEST_OUTCOME = 100;

    private static final VarHandle STATUS;

    static {
        try {
            STATUS = MethodHandles.lookup().findVarHandle(RunningTask.class, "status", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final EventLoop loop;

    /** Number in the loop, from 1. */
    final int id;

    /** Place in the loop's {@link TaskSet}. */
    int slot;

    private int status = NOT_STARTED | SCHEDULED;

    /**
     * Null, the name it was given, once it was started the {@link PointTable} of its coroutine, or {@link TaskExtras} with
     * these and more.
     */
    private @Nullable Object extras;

    /** See {@link Waiters}. */
    private @Nullable Object waiters;

    /**
     * Not started: the coroutine. With RAISE: a throwable, or the reason of the cancellation. Returned: the value.
     * Failed: a {@link Failure}. Cancelled: the {@link Cancelled}.
     */
    private @Nullable Object outcome;

    /** @param extras null, the name, or {@link TaskExtras} */
    RunningTask(EventLoop loop, int id, Awaitable<T> coroutine, @Nullable Object extras) {
        this.loop = loop;
        this.id = id;
        this.extras = extras;
        this.outcome = coroutine;
    }

    // ---- the life of the task

    /** The next step. */
    @Override
    public void run() {
        Context context = loop.context();
        ContextValues values = extras instanceof TaskExtras own ? own.values : null;
        Object outer = context.values(values);
        try {
            step(context);
        } finally {
            ContextValues left = (ContextValues) context.values(outer);
            if (isDone()) {
                left = null;
            }
            if (left != values) {
                ownExtras().values = left;
            }
        }
    }

    private void step(Context context) {
        Throwable raised = (status & RAISE) != 0 ? takeRaised() : null;
        boolean first = phase() == NOT_STARTED;
        status = status & ~(SCHEDULED | ASKED | PHASE) | RUNNING;
        if (raised != null) {
            if (first) {
                failed(raised);
            } else {
                discardOutcome();
                resumeFailing(context, raised);
            }
        } else if (first) {
            Awaitable<?> coroutine = (Awaitable<?>) outcome;
            outcome = null;
            if (coroutine == null) {
                throw new AssertionError("task without a coroutine: " + this);
            }
            rememberCoroutine(coroutine);
            start(context, coroutine);
        } else {
            resume(context);
        }
    }

    /** For {@link #toString()}, when the coroutine itself is gone. */
    private void rememberCoroutine(@Nullable Object coroutine) {
        if (coroutine instanceof Frame<?> frame) {
            PointTable table = PointTable.of(frame);
            if (extras == null) {
                extras = table;
            } else {
                ownExtras().coroutine = table;
            }
        }
    }

    private void discardOutcome() {
        Suspension source = awaited();
        if (source != null) {
            source.discard();
        }
    }

    @Override
    public void wake() {
        if (!loop.isOwnThread()) {
            loop.core().inbox().post(this);
        } else if ((status & SCHEDULED) == 0) {
            schedule();
        }
    }

    @Override
    protected void suspended(Suspension awaited) {
        setPhase(SUSPENDED);
        try {
            awaited.subscribe(this);
        } catch (Throwable failure) {
            raiseAtNextStep(failure);
            wake();
            return;
        }
        if ((status & RAISE) == 0) {
            passScopeOn();
        } else if ((status & SCHEDULED) == 0 && !(outcome instanceof Throwable)) {
            if (awaited.cancel((String) outcome)) {
                takeRaised();
            }
        }
    }

    @Override
    protected void returned(@Nullable Object value) {
        if ((status & RAISE) != 0) {
            failed(takeRaised());
        } else {
            end(RETURNED, value);
        }
    }

    @Override
    protected void failed(Throwable failure) {
        if (failure instanceof Cancelled) {
            end(CANCELLED, failure);
        } else {
            Failure failed = new Failure(failure);
            end(FAILED, failed);
            if (!failed.received) {
                loop.failures().add(this, failed, name());
            }
        }
    }

    private void end(int phase, @Nullable Object result) {
        outcome = result;
        STATUS.setRelease(this, status & ~(PHASE | RAISE) | phase);
        loop.taskSet().remove(this);
        Object told = waiters;
        waiters = null;
        Waiters.wake(told, loop);
        if (extras instanceof TaskExtras own) {
            own.ended(this);
        }
    }

    private void schedule() {
        status |= SCHEDULED;
        loop.core().ready().add(this);
    }

    private void raiseAtNextStep(@Nullable Object what) {
        if (phase() == NOT_STARTED && (status & RAISE) == 0) {
            rememberCoroutine(outcome);
            abandon(outcome);
        }
        status |= RAISE;
        outcome = what;
    }

    private Throwable takeRaised() {
        Object what = outcome;
        status &= ~RAISE;
        outcome = null;
        return what instanceof Throwable failure ? failure : new Cancelled((String) what);
    }

    private int phase() {
        return status & PHASE;
    }

    private void setPhase(int phase) {
        status = status & ~PHASE | phase;
    }

    // ---- cancellation

    @Override
    public boolean cancel(@Nullable String reason) {
        loop.checkThread("Task.cancel(String)", "Task.cancel(boolean)");
        if (isDone()) {
            return false;
        }
        // A loop instead of a recursion: chains of tasks that await each other may be long.
        RunningTask<?> task = this;
        int left = loop.taskSet().size();
        while (true) {
            CancelScope shield = task.shield();
            if (shield != null) {
                shield.hold(reason);
                return true;
            }
            task.status += ONE_REQUEST;
            if (!(task.awaited() instanceof RunningTask<?> inner) || (task.status & SCHEDULED) != 0) {
                task.passOn(reason);
                return true;
            }
            if (left-- == 0) {
                task.leaveRing(inner, reason);
                return true;
            }
            task = inner;
        }
    }

    private void passOn(@Nullable String reason) {
        Suspension source = awaited();
        boolean taken = source != null && (status & SCHEDULED) == 0 && source.cancel(reason);
        if (!taken) {
            raiseAtNextStep(reason);
        }
    }

    /** Tells what the task waits for if a scope around it is cancelled, once for each suspension. */
    void passScopeOn() {
        if ((status & (RAISE | ASKED)) != 0 || phase() != SUSPENDED && phase() != NOT_STARTED) {
            return;
        }
        CancelScope cancelled = CancelScope.cancelledAround(innermostScope());
        if (cancelled != null && !(awaited() instanceof GroupWait wait && wait.isOf(cancelled))) {
            status |= ASKED;
            cancelled.delivered();
            passOn(cancelled.reason());
        }
    }

    /** Tasks that await each other in a ring would never end: this one stops waiting. */
    private void leaveRing(RunningTask<?> inner, @Nullable String reason) {
        inner.waiters = Waiters.remove(inner.waiters, this);
        raiseAtNextStep(reason);
        schedule();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return false;
        }
        if (loop.isOwnThread()) {
            return cancel(null);
        }
        return loop.core().inbox().post(this::cancelIfAlive);
    }

    private void cancelIfAlive() {
        cancel(null);
    }

    @Override
    public int cancelling() {
        CancelScope shield = shield();
        return requests() + (shield == null ? 0 : shield.heldRequests());
    }

    /** Without those that a shield holds back. */
    int requests() {
        return status / ONE_REQUEST;
    }

    @Override
    public int uncancel() {
        loop.checkThread("Task.uncancel()");
        CancelScope shield = shield();
        if (shield != null && shield.heldRequests() > 0) {
            shield.releaseOne();
        } else if (status >= ONE_REQUEST) {
            status -= ONE_REQUEST;
            if (requests() == 0 && isRunning()) {
                takeRequest();
            }
        }
        return cancelling();
    }

    /** Whether its coroutine is on the Java stack. */
    boolean isRunning() {
        return phase() == RUNNING;
    }

    /** Requests that a shield held back take effect: at the next suspension of the task, which is running. */
    void request(int requests, @Nullable String reason) {
        status += requests * ONE_REQUEST;
        raiseAtNextStep(reason);
    }

    /** Takes back the request that is to be raised at the next suspension. */
    @Nullable Cancelled takeRequest() {
        return (status & RAISE) != 0 && takeRaised() instanceof Cancelled cancelled ? cancelled : null;
    }

    /** The values of context variables that the task begins with. */
    void values(ContextValues inherited) {
        ownExtras().values = inherited;
    }

    // ---- scopes

    @Nullable CancelScope innermostScope() {
        return extras instanceof TaskExtras own ? own.innermost : null;
    }

    void innermostScope(@Nullable CancelScope scope) {
        ownExtras().innermost = scope;
    }

    /** The block of a scope ends with {@code raised}, instead of the cancellation that it was interrupted by. */
    void blockEndsWith(Throwable raised) {
        ownExtras().endOfBlock = raised;
    }

    @Override
    protected boolean isEndOfBlock(Throwable closing, Throwable interruption) {
        if (!(extras instanceof TaskExtras own) || own.endOfBlock != closing) {
            return false;
        }
        own.endOfBlock = null;
        if (closing instanceof TimedOut && closing.getCause() == null) {
            closing.initCause(interruption);
        }
        return true;
    }

    private TaskExtras ownExtras() {
        if (extras instanceof TaskExtras own) {
            return own;
        }
        TaskExtras made = new TaskExtras(extras instanceof String name ? name : null, null);
        if (extras instanceof PointTable coroutine) {
            made.coroutine = coroutine;
        }
        extras = made;
        return made;
    }

    /** The innermost scope of this task that lets no cancellation in. */
    @Nullable CancelScope shield() {
        CancelScope scope = innermostScope();
        while (scope != null && scope.host() == this && !scope.isShielded()) {
            scope = scope.outer();
        }
        return scope != null && scope.host() == this ? scope : null;
    }

    // ---- the outcome

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (isDone()) {
            return result();
        }
        checkAwaited(context);
        if (context.driver() == this) {
            throw new IllegalStateException(this + " cannot await itself");
        }
        return context.suspendOn(this);
    }

    @Override
    public void checkAwaited(Context context) {
        if (!isDone()) {
            loop.checkAwaiting(context, this);
        }
    }

    @Override
    public void subscribe(Driver driver) {
        waiters = Waiters.add(waiters, driver);
    }

    @Override
    public @Nullable Object outcome() {
        return result();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // outcome of a coroutine that gives a T
    public T result() {
        return switch ((int) STATUS.getAcquire(this) & PHASE) {
            case RETURNED -> (T) outcome;
            case FAILED -> throw Sneaky.raise(failure().receive());
            case CANCELLED -> throw cancelled();
            default -> throw new IllegalStateException(this + " has not ended: await it");
        };
    }

    @Override
    public @Nullable Throwable exception() {
        return switch ((int) STATUS.getAcquire(this) & PHASE) {
            case RETURNED -> null;
            case FAILED -> failure().receive();
            case CANCELLED -> throw cancelled();
            default -> throw new IllegalStateException(this + " has not ended: await it");
        };
    }

    private Failure failure() {
        if (outcome instanceof Failure failure) {
            return failure;
        }
        throw new AssertionError("failed without a failure");
    }

    private Cancelled cancelled() {
        if (outcome instanceof Cancelled cancelled) {
            return cancelled;
        }
        throw new AssertionError("cancelled without a Cancelled");
    }

    @Override
    public boolean isDone() {
        return ((int) STATUS.getAcquire(this) & PHASE) >= RETURNED;
    }

    @Override
    public boolean isCancelled() {
        return ((int) STATUS.getAcquire(this) & PHASE) == CANCELLED;
    }

    /** Whether it has failed, which does not count as received. */
    boolean hasFailed() {
        return ((int) STATUS.getAcquire(this) & PHASE) == FAILED;
    }

    @Override
    public Handle onDone(Consumer<? super Task<T>> callback) {
        loop.checkThread("Task.onDone()");
        DoneCall call = new DoneCall(loop, () -> callback.accept(this), this::forget);
        whenDone(call);
        return call;
    }

    @Override
    public void whenDone(Runnable step) {
        if (isDone()) {
            loop.core().ready().add(step);
        } else {
            waiters = Waiters.add(waiters, step);
        }
    }

    void forget(Object waiter) {
        waiters = Waiters.remove(waiters, waiter);
    }

    // ---- the face of a Future

    @Override
    public T get() throws InterruptedException, ExecutionException {
        return isDone()
                ? BlockedThread.reported(this)
                : BlockedThread.waitingFor(this).get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return isDone()
                ? BlockedThread.reported(this)
                : BlockedThread.waitingFor(this).get(timeout, unit);
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return TaskFuture.of(this);
    }

    // ---- what it looks like

    @Override
    public String name() {
        Object named = extras instanceof TaskExtras own ? own.name : extras;
        return named instanceof String name ? name : "Task-" + id;
    }

    @Override
    public List<Async<?>> coroutines() {
        loop.checkThread("Task.coroutines()");
        return List.copyOf(chain());
    }

    @Override
    public List<StackTraceElement> stack() {
        loop.checkThread("Task.stack()");
        if (outcome instanceof Failure failed && phase() == FAILED) {
            List<StackTraceElement> trace = Arrays.asList(failed.thrown.getStackTrace());
            Collections.reverse(trace);
            return Collections.unmodifiableList(trace);
        }
        return chain().stream().map(Frame::position).toList();
    }

    @Override
    public @Nullable Object waitsFor() {
        loop.checkThread("Task.waitsFor()");
        return awaited();
    }

    @Override
    public String toString() {
        Object coroutine = coroutine();
        return "Task " + name() + (coroutine == null ? "" : " of " + coroutine) + " (" + progress() + ")";
    }

    /** Where the coroutine stands or, if it does not, begins; the object that was to be started if it has no source. */
    private @Nullable Object coroutine() {
        List<Frame<?>> chain = chain();
        if (!chain.isEmpty()) {
            return chain.get(0).position();
        }
        Object known = extras instanceof TaskExtras own ? own.coroutine : extras;
        if (known instanceof PointTable table) {
            return table.position(Frame.CREATED);
        }
        Object started = outcome;
        return phase() != NOT_STARTED || !(started instanceof Awaitable<?>)
                ? null
                : started instanceof Frame<?> frame ? frame.position() : started;
    }

    private String progress() {
        return switch ((int) STATUS.getAcquire(this) & PHASE) {
            case NOT_STARTED -> "not started";
            case RUNNING -> "running";
            case SUSPENDED -> whereSuspended();
            case RETURNED -> outcome == null ? "returned" : "returned " + shortened(outcome);
            case FAILED -> "failed: " + shortened(failure().thrown);
            default ->
                cancelled().getMessage() == null
                        ? "cancelled"
                        : "cancelled: " + cancelled().getMessage();
        };
    }

    private String whereSuspended() {
        List<Frame<?>> chain = chain();
        Suspension source = awaited();
        String where = chain.size() < 2
                ? "suspended"
                : "suspended at " + chain.get(chain.size() - 1).position();
        String what = source instanceof RunningTask<?> task ? task.name() : String.valueOf(source);
        return source == null ? where : where + ", waits for " + what;
    }

    private static String shortened(Object outcome) {
        String text = outcome.toString();
        return text.length() <= LONGEST_OUTCOME ? text : text.substring(0, LONGEST_OUTCOME) + "…";
    }
}
