package dev.reprise;

import dev.reprise.frame.Carriers;
import dev.reprise.frame.Context;
import dev.reprise.frame.Frame;
import dev.reprise.frame.PointTable;
import dev.reprise.frame.Suspension;
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
 * <p>Belongs to the loop's thread, but for what {@link Task} says of itself.
 */
final class RunningTask<T extends @Nullable Object> extends TaskState<T> implements Task<T>, Runnable {

    final EventLoop loop;

    /** Number in the loop, from 1; 0 while it is on its way to the loop. */
    int id;

    /** As a resident of the loop; once {@link #id} is there. */
    int number;

    /**
     * Null, the name it was given, once it was started the {@link PointTable} of its coroutine, or {@link TaskExtras} with
     * these and more.
     */
    private @Nullable Object extras;

    /** See {@link Waiters}. */
    private @Nullable Object waiters;

    /** @param extras null, the name, or {@link TaskExtras} */
    RunningTask(EventLoop loop, Awaitable<T> coroutine, @Nullable Object extras) {
        super(coroutine);
        this.loop = loop;
        this.extras = extras;
        if (extras instanceof TaskExtras) {
            markSpecial();
        }
    }

    // ---- the life of the task

    /** The next step. */
    @Override
    public void run() {
        if (Carriers.ANY) {
            stepWithCarriers();
        } else {
            stepOnLoop();
        }
    }

    private void stepWithCarriers() {
        Object outer = Carriers.swap(ownExtras().carried);
        try {
            stepOnLoop();
        } finally {
            Object left = Carriers.swap(outer);
            ownExtras().carried = isDone() ? null : left;
        }
    }

    private void stepOnLoop() {
        Context context = loop.context();
        if (!isUsualStep() || context.values() != null) {
            stepWithValues(context);
            return;
        }
        toRunning();
        try {
            resume(context);
        } finally {
            if (context.values() != null) {
                keepValues((ContextValues) context.values(null));
            }
        }
    }

    private void stepWithValues(Context context) {
        ContextValues values = extras instanceof TaskExtras own ? own.values : null;
        Object outer = context.values(values);
        try {
            step(context);
        } finally {
            ContextValues left = (ContextValues) context.values(outer);
            if (left != values) {
                keepValues(left);
            }
        }
    }

    private void keepValues(@Nullable ContextValues left) {
        if (!isDone()) {
            ownExtras().values = left;
        }
    }

    private void step(Context context) {
        Throwable raised = isRaising() ? takeRaised() : null;
        boolean first = phase() == NOT_STARTED;
        toRunning();
        if (raised != null) {
            if (first) {
                failed(raised);
            } else {
                discardOutcome();
                resumeFailing(context, raised);
            }
        } else if (first) {
            Awaitable<?> coroutine = takeCoroutine();
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
        if (loop.isOwnThread()) {
            wakeHere();
        } else {
            loop.core().inbox().post(this);
        }
    }

    private void wakeHere() {
        if (!isScheduled()) {
            schedule();
        }
    }

    @Override
    protected void suspended(Suspension awaited) {
        toSuspended();
        if (awaited == OneTurn.WITHOUT_VALUE) {
            wakeHere();
        } else {
            try {
                awaited.subscribe(this);
            } catch (Throwable failure) {
                raiseAtNextStep(failure);
                wake();
                return;
            }
        }
        if (isUsual()) {
            return;
        }
        if (!isRaising()) {
            if (innermostScope() != null) {
                Interruption.passScopeOn(this);
            }
        } else if (!isScheduled() && isRaisingRequest() && awaited.cancel(reasonToRaise())) {
            takeRaised();
        }
    }

    @Override
    protected void returned(@Nullable Object value) {
        if (isRaising()) {
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
                loop.failures().add(this, failed, name(), origin());
            }
        }
    }

    private void end(int phase, @Nullable Object result) {
        toEnd(phase, result);
        loop.ended(this);
        Object told = waiters;
        waiters = null;
        Waiters.wake(told, loop);
        if (extras instanceof TaskExtras own) {
            own.ended(this);
        }
    }

    void schedule() {
        markScheduled();
        loop.ready().add(number);
    }

    /**
     * Makes the next step, or the next suspension, raise something.
     *
     * @param what a throwable, or the reason of a cancellation
     */
    void raiseAtNextStep(@Nullable Object what) {
        if (!isRaising()) {
            Awaitable<?> coroutine = unstarted();
            rememberCoroutine(coroutine);
            Frame.abandon(coroutine);
        }
        markRaising(what);
    }

    // ---- cancellation

    @Override
    public boolean cancel(@Nullable String reason) {
        loop.checkThread("Task.cancel(String)", "Task.cancel(boolean)");
        if (isDone()) {
            return false;
        }
        Interruption.request(this, reason);
        return true;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return false;
        }
        if (loop.isOwnThread()) {
            return cancel(null);
        }
        return loop.core().inbox().post(() -> cancelIfAlive(null));
    }

    void cancelIfAlive(@Nullable String reason) {
        cancel(reason);
    }

    @Override
    public int cancelling() {
        CancelScope shield = ScopeTree.shieldOf(this);
        return requests() + (shield == null ? 0 : shield.heldRequests());
    }

    @Override
    public int uncancel() {
        loop.checkThread("Task.uncancel()");
        Interruption.takeBack(this);
        return cancelling();
    }

    /** Takes back the request that is to be raised at the next suspension. */
    @Nullable Cancelled takeRequest() {
        return isRaising() && takeRaised() instanceof Cancelled cancelled ? cancelled : null;
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

    // ---- what few tasks have

    /** In debug mode: where the task was made. */
    @Nullable Throwable origin() {
        return extras instanceof TaskExtras own ? own.origin : null;
    }

    /** Makes the task begin with these values of context variables. */
    void begin(@Nullable ContextValues values) {
        if (values != null) {
            ownExtras().values = values;
        }
    }

    /** Makes the task begin with what goes along with tasks and holds on the calling thread, and know its origin. */
    void inherit(Context maker) {
        ContextValues inherited = ContextValues.current(maker);
        if (inherited != null) {
            ownExtras().values = inherited;
        }
        if (Carriers.ANY) {
            ownExtras().carried = Carriers.capture();
        }
        Throwable origin = loop.core().origin();
        if (origin != null) {
            ownExtras().origin = origin;
        }
    }

    @Override
    public String name() {
        Object named = extras instanceof TaskExtras own ? own.name : extras;
        return named instanceof String name ? name : id == 0 ? "Task" : "Task-" + id;
    }

    /** The coroutine that it began with, null if it has not begun or that was no compiled one. */
    @Nullable PointTable coroutineBegun() {
        Object known = extras instanceof TaskExtras own ? own.coroutine : extras;
        return known instanceof PointTable table ? table : null;
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
        markSpecial();
        return made;
    }

    // ---- those who wait

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (isDone() || !(context.loop() instanceof EventLoop awaiting) || awaiting == loop) {
            return super.awaitIn(context);
        }
        if (loop.isOwnThread()) {
            throw LoopMisuse.wouldNotRun(this, awaiting);
        }
        return context.suspendOn(new AwaitedAbroad(this, awaiting));
    }

    @Override
    public boolean isAwaitableOn(EventLoop awaiting) {
        return true;
    }

    /**
     * Has {@code step} run on the loop's thread when the task has ended. Thread-safe.
     *
     * @return false if the loop is closed
     */
    boolean tellWhenDone(Runnable step) {
        return loop.core().inbox().post(() -> {
            if (isDone()) {
                step.run();
            } else {
                addWaiter(step);
            }
        });
    }

    @Override
    public void addWaiter(Object waiter) {
        waiters = Waiters.add(waiters, waiter);
    }

    @Override
    public void forget(Object waiter) {
        waiters = Waiters.remove(waiters, waiter);
    }

    @Override
    public Handle onDone(Consumer<? super Task<T>> callback) {
        loop.checkThread("Task.onDone()");
        return callWhenDone(() -> callback.accept(this));
    }

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
    public List<Async<?>> coroutines() {
        loop.checkThread("Task.coroutines()");
        return List.copyOf(chain());
    }

    @Override
    public List<StackTraceElement> stack() {
        loop.checkThread("Task.stack()");
        return TaskPicture.stack(this);
    }

    @Override
    public @Nullable Object waitsFor() {
        loop.checkThread("Task.waitsFor()");
        return awaited() instanceof AwaitedAbroad abroad ? abroad.task : awaited();
    }

    /** As {@link #coroutines()}, for the rest of this package. */
    List<Frame<?>> frames() {
        return chain();
    }

    @Override
    public String toString() {
        return TaskPicture.text(this);
    }
}
