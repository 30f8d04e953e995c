package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.GeneratorSet;
import dev.reprise.loop.ReadyQueue;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread that runs many coroutines, taking turns: each runs until it waits for something, and goes on when that is
 * there. Timers and sockets are served in between.
 *
 * <pre>{@code
 * EventLoop.run(program());
 * }</pre>
 *
 * <p>A loop has no thread of its own: it runs on the one that calls {@link #run}, {@link #runUntilComplete}, {@link
 * #runForever} or {@link #runOnce}, which may be another one each time, or is {@linkplain #borrowed borrowed} from something
 * that has a thread. Code between two suspension points is atomic for everybody else on the
 * loop. Its methods belong to that thread – before the first run, to the one that opened it – and throw {@link
 * IllegalStateException} on any other, except for {@link #execute}, {@link #callSoonThreadsafe}, {@link #isRunning}, {@link
 * #isClosed} and what {@link Task} says of itself, which are thread-safe.
 *
 * <p>An interrupt of the thread cancels the coroutine that {@code run} was given, or stops {@code runForever}; the
 * thread's interrupt status is set again when the loop returns.
 */
public final class EventLoop implements Executor, AutoCloseable {

    private enum State {
        IDLE,
        RUNNING,
        CLOSED
    }

    private final LoopOptions options;
    private final LoopMachine core;
    private final ReadyQueue ready;
    private final TaskSet tasks;
    private final GeneratorSet generators;
    private final LoopEnd end;
    private final FailureLedger failures = new FailureLedger(this);
    private final FailureReports reports = new FailureReports(this);
    private final Workers workers;
    private final Arrivals arrivals = new Arrivals(this);
    private final SignalCalls signals = new SignalCalls(this);

    private volatile State state = State.IDLE;

    /** The thread that opened the loop or ran it last. */
    private volatile Thread owner = Thread.currentThread();

    private Context context = Context.current();
    private int tasksCreated;
    private boolean interrupted;

    /** What {@link #runUntilComplete} waits for. */
    private @Nullable Task<?> main;

    /** Who keeps its context variables. */
    private @Nullable Runner runner;

    /** What drives it, null if it is not borrowed. */
    private @Nullable Guest guest;

    private EventLoop(LoopOptions options) {
        this.options = options;
        this.core = LoopMachine.of(this, options);
        this.ready = core.ready();
        this.tasks = new TaskSet(ready.residents());
        this.generators = new GeneratorSet(core::awaitCollection);
        this.end = new LoopEnd(this, generators);
        this.workers = new Workers(this, options);
    }

    /** A loop with {@linkplain LoopOptions#defaults() the usual options}, to be closed after use. */
    public static EventLoop open() {
        return new EventLoop(LoopOptions.defaults());
    }

    /** A loop with the given options, to be closed after use. */
    public static EventLoop open(LoopOptions options) {
        return new EventLoop(options);
    }

    /**
     * A loop that borrows the thread of something else that has a queue of its own: {@code
     * EventLoop.borrowed(EventQueue::invokeLater)} for Swing, {@code Platform::runLater} for JavaFX, an event loop of Netty.
     * It runs from here on until it is closed, one turn at a time, and what the host has to do comes in between. Tasks are
     * made from the host's own code with {@link #createTask}.
     *
     * <p>To be called on the host's thread, to which the loop belongs from then on. While the loop has nothing to do, a daemon
     * thread waits for its timers and sockets. {@link #close()} is called on the host's thread, too, and holds it until the
     * tasks that are left have ended.
     *
     * @param host calls what it is given on one thread, in order, and never at once
     */
    public static EventLoop borrowed(Executor host) {
        return borrowed(LoopOptions.defaults(), host);
    }

    /** As {@link #borrowed(Executor)}, with the given options. */
    public static EventLoop borrowed(LoopOptions options, Executor host) {
        EventLoop loop = open(options);
        Guest guest = new Guest(loop, host);
        loop.guest = guest;
        guest.start();
        return loop;
    }

    /**
     * Runs a program: opens a loop, runs the coroutine to its end, {@linkplain #close() closes} the loop. On the thread of
     * {@code main}, Ctrl-C cancels the program; see {@link Runner}.
     *
     * @return the coroutine's value
     * @throws IllegalStateException if a loop runs on this thread already: await the coroutine there
     */
    public static <T extends @Nullable Object> T run(Awaitable<T> coroutine) {
        return run(LoopOptions.defaults(), coroutine);
    }

    /**
     * Runs a program as {@link #run(Awaitable)} does, on a loop with the given options: a virtual clock, for instance.
     *
     * @return the coroutine's value
     * @throws IllegalStateException if a loop runs on this thread already: await the coroutine there
     */
    public static <T extends @Nullable Object> T run(LoopOptions options, Awaitable<T> coroutine) {
        refuseInsideLoop("run");
        try (Runner runner = Runner.open(options)) {
            return runner.run(coroutine);
        }
    }

    /**
     * The loop that runs on this thread.
     *
     * @throws IllegalStateException if none does
     */
    public static EventLoop current() {
        EventLoop running = currentOrNull();
        if (running == null) {
            throw LoopMisuse.noLoop();
        }
        return running;
    }

    private static @Nullable EventLoop currentOrNull() {
        return (EventLoop) Context.current().loop();
    }

    // ---- running

    /**
     * Runs the loop until {@code coroutine} has ended; other tasks run meanwhile and stay as they are afterwards.
     *
     * @param coroutine made a task, unless it is one of this loop already
     * @return its value; a failure is thrown as it is
     * @throws Cancelled if it was cancelled
     * @throws IllegalStateException if the loop is closed or runs, if another loop runs on this thread, or if {@link
     *     #stop()} came first
     */
    public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> coroutine) {
        return runUntilComplete(coroutine, null);
    }

    /** @param keeper who keeps context variables from one program to the next, null for nobody */
    <T extends @Nullable Object> T runUntilComplete(Awaitable<T> coroutine, @Nullable Runner keeper) {
        checkStart("runUntilComplete");
        owner = Thread.currentThread();
        RunningTask<T> task =
                coroutine instanceof RunningTask<T> own && own.loop == this ? own : newMain(coroutine, keeper);
        Runnable stop = this::stop;
        task.whenDone(stop);
        main = task;
        runner = keeper;
        try {
            runTurns();
        } finally {
            main = null;
            runner = null;
            task.forget(stop);
        }
        if (!task.isDone()) {
            throw new IllegalStateException("the event loop was stopped before " + task + " had ended");
        }
        return task.result();
    }

    private <T extends @Nullable Object> RunningTask<T> newMain(Awaitable<T> coroutine, @Nullable Runner keeper) {
        RunningTask<T> task = newTask(coroutine, null);
        if (keeper != null) {
            task.begin(keeper.values());
        }
        return task;
    }

    /**
     * Runs the loop until {@link #stop()}; if that was called before, for one turn.
     *
     * @throws IllegalStateException if the loop is closed or runs, or if another loop runs on this thread
     */
    public void runForever() {
        checkStart("runForever");
        owner = Thread.currentThread();
        runTurns();
    }

    /**
     * Runs the loop for one turn, without waiting for anything: for a program that has a loop of its own, a game for instance,
     * and calls this in each round.
     *
     * @return the time until a timer is due, zero if there is something to do already; null if the loop can only wait for
     *     sockets and other threads
     * @throws IllegalStateException if the loop is closed or runs, or if another loop runs on this thread
     */
    public @Nullable Duration runOnce() {
        checkStart("runOnce");
        owner = Thread.currentThread();
        turnOnce();
        long nanos = core.nanosToNextTurn();
        return nanos == Long.MAX_VALUE ? null : Duration.ofNanos(nanos);
    }

    private void turnOnce() {
        begin();
        try {
            core.takeTurn(false);
        } finally {
            end(State.IDLE);
        }
    }

    /**
     * Runs a borrowed loop for one turn.
     *
     * @return false if another loop runs on this thread, with the host's queue called from its depths
     */
    boolean takeTurn() {
        if (currentOrNull() != null) {
            return false;
        }
        turnOnce();
        return true;
    }

    /**
     * Deals with what has been garbage-collected.
     *
     * @return whether there is anything left that has to be dealt with when it is
     */
    boolean lookAtCollected() {
        failures.reportCollected();
        end.closeDropped();
        return failures.awaitCollection() || generators.awaitCollection();
    }

    /** Makes the loop return after the turn it is in. It can be run again. From other threads: {@code execute(loop::stop)}. */
    public void stop() {
        checkThread("stop()", "execute(loop::stop)");
        core.stop();
    }

    private void runTurns() {
        begin();
        try {
            core.takeTurns();
        } finally {
            end(State.IDLE);
        }
    }

    private void begin() {
        context = Context.current();
        context.loop(this);
        context.generators(generators);
        core.enter();
        core.begin(context);
        state = State.RUNNING;
    }

    private void end(State next) {
        state = next;
        core.end(context);
        core.leave();
        context.loop(null);
        context.generators(null);
        if (interrupted) {
            interrupted = false;
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes the loop: cancels the tasks that are left and runs them until they have ended, closes the async
     * generators that are suspended, kills the processes and closes the sockets that are left, and reports the failures that
     * nobody received to the exception handler. Work that {@link #runInExecutor} gave away is not waited for. Closing a closed loop does nothing.
     *
     * @throws IllegalStateException if the loop runs, or if another loop runs on this thread
     */
    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        if (state == State.RUNNING) {
            throw new IllegalStateException("a running event loop cannot be closed: stop() it first");
        }
        refuseInsideLoop("close");
        if (guest != null) {
            checkThread("close()", "execute(loop::close)");
            guest.end();
        }
        owner = Thread.currentThread();
        begin();
        try {
            end.end();
        } finally {
            signals.endAll();
            workers.shutdown();
            core.closed();
            failures.reportAll();
            end(State.CLOSED);
        }
    }

    /** Whether the loop runs. Thread-safe. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether the loop is closed. Thread-safe. */
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    // ---- tasks

    /**
     * Makes a coroutine run on this loop, beginning in the next turn.
     *
     * @param coroutine a coroutine that has not been started, or anything else that can be awaited
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine) {
        checkSchedule("createTask()", "runThreadsafe()");
        return newTask(coroutine, null);
    }

    /** As {@link #createTask(Awaitable)}, with a name for messages. */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, String name) {
        checkSchedule("createTask()", "runThreadsafe()");
        return newTask(coroutine, name);
    }

    /**
     * As {@link #createTask(Awaitable)}, with options.
     *
     * @throws IllegalStateException if the task is eager and the loop does not run
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, TaskOptions taskOptions) {
        checkSchedule("createTask()", "runThreadsafe()");
        if (!taskOptions.isEager()) {
            return newTask(coroutine, taskOptions.name());
        }
        if (state != State.RUNNING) {
            throw new IllegalStateException("an eager task begins at once, and the event loop does not run");
        }
        RunningTask<T> task = makeTask(coroutine, taskOptions.name());
        task.run();
        return task;
    }

    /** @param extras null, the name, or {@link TaskExtras} */
    <T extends @Nullable Object> RunningTask<T> newTask(Awaitable<T> coroutine, @Nullable Object extras) {
        RunningTask<T> task = makeTask(coroutine, extras);
        ready.add(task.number);
        return task;
    }

    private <T extends @Nullable Object> RunningTask<T> makeTask(Awaitable<T> coroutine, @Nullable Object extras) {
        RunningTask<T> task = new RunningTask<>(this, coroutine, extras);
        task.inherit(context);
        enrol(task);
        return task;
    }

    private void enrol(RunningTask<?> task) {
        task.id = ++tasksCreated;
        tasks.add(task);
    }

    /** A task that was made on another thread has come. */
    void admit(RunningTask<?> task) {
        enrol(task);
        ready.add(task.number);
    }

    /** What runs {@code awaited} on this loop: itself, if it runs here already, or else a task. */
    @SuppressWarnings("unchecked") // an outcome of T awaits as T
    <T extends @Nullable Object> Outcome<T> running(Awaitable<T> awaited) {
        return awaited instanceof Outcome<?> made && made.loop() == this ? (Outcome<T>) made : newTask(awaited, null);
    }

    /**
     * Makes a coroutine run on this loop, beginning in a turn to come, and wakes the loop if it sleeps. Thread-safe, as is what
     * {@link java.util.concurrent.Future} declares of the task; coroutines of other loops may await it.
     *
     * <p>The task begins with the {@linkplain ContextVar context variables} of the caller. It has no number before it has
     * come to the loop. If the loop is closed before, the task is cancelled without having begun.
     *
     * @param coroutine a coroutine that has not been started and that the caller keeps no hold of
     * @throws IllegalStateException if the loop is closed
     */
    public <T extends @Nullable Object> Task<T> runThreadsafe(Awaitable<T> coroutine) {
        return arrivals.send(coroutine, null);
    }

    /** The task whose coroutine is running, null in a callback. */
    public @Nullable Task<?> currentTask() {
        checkThread("currentTask()");
        return context.driver() instanceof RunningTask<?> task && task.loop == this ? task : null;
    }

    /** The tasks that have not ended, in the order of their creation. */
    public List<Task<?>> tasks() {
        checkThread("tasks()");
        return List.copyOf(tasks.inOrder());
    }

    /** An outcome to be set by the caller. */
    public <T extends @Nullable Object> Promise<T> promise() {
        checkThread("promise()");
        return new PendingPromise<>(this);
    }

    // ---- callbacks

    /** Calls {@code callback} in the next turn. Callbacks of one turn run in the order in which they were asked for. */
    public Handle callSoon(Runnable callback) {
        checkSchedule("callSoon()");
        ScheduledCall call = new ScheduledCall(this, 0, core.traced(Surroundings.carriedBy(callback, context)));
        ready.add(call);
        return call;
    }

    /** Calls {@code callback} after {@code delay}; a negative delay is none. */
    public Handle callLater(Duration delay, Runnable callback) {
        checkSchedule("callLater()");
        return callAt(Deadline.after(this, delay), callback);
    }

    /**
     * Calls {@code callback} when {@link #time()} has reached {@code nanoTime}. Calls of the same time are made in the
     * order in which they were asked for.
     */
    public Handle callAt(long nanoTime, Runnable callback) {
        checkSchedule("callAt()");
        ScheduledCall call = new ScheduledCall(this, nanoTime, core.traced(Surroundings.carriedBy(callback, context)));
        core.timers().add(call);
        return call;
    }

    /**
     * Calls {@code callback} in a turn to come, and wakes the loop if it sleeps. Thread-safe.
     *
     * @throws IllegalStateException if the loop is closed
     */
    public void callSoonThreadsafe(Runnable callback) {
        if (!core.inbox().post(callback)) {
            throw LoopMisuse.closed("callSoonThreadsafe()");
        }
    }

    /**
     * As {@link #callSoonThreadsafe}, in the words of {@link Executor}. Thread-safe.
     *
     * @throws RejectedExecutionException if the loop is closed
     */
    @Override
    public void execute(Runnable callback) {
        if (state != State.CLOSED && isOwnThread()) {
            ready.add(callback);
        } else if (!core.inbox().post(callback)) {
            throw new RejectedExecutionException("the event loop is closed");
        }
    }

    // ---- channels

    /**
     * Calls {@code callback} in every turn in which a channel of the program's own can be read or, if it listens, accepts a
     * client, from here on. Whoever was called before is not called any more.
     *
     * <p>The loop does not close the channel. One that the program closes is not watched any more.
     *
     * @param channel one that does not block
     * @param callback null for nobody
     * @throws IOException if the channel is closed
     * @throws IllegalStateException if the channel blocks
     * @throws IllegalArgumentException if the channel is only written to
     */
    public void onReadable(SelectableChannel channel, @Nullable Runnable callback) throws IOException {
        checkSchedule("onReadable()");
        WatchedChannel.of(channel, core).onReadable(surrounded(callback), core);
    }

    /**
     * Calls {@code callback} in every turn in which a channel of the program's own can be written to or, if it connects, has
     * connected or failed, from here on. Apart from that as {@link #onReadable}.
     */
    public void onWritable(SelectableChannel channel, @Nullable Runnable callback) throws IOException {
        checkSchedule("onWritable()");
        WatchedChannel.of(channel, core).onWritable(surrounded(callback), core);
    }

    /**
     * Lets go of a channel: nobody is called any more, neither for reading nor for writing.
     *
     * @return whether the loop watched it
     */
    public boolean remove(SelectableChannel channel) {
        checkThread("remove()");
        return WatchedChannel.remove(channel, core);
    }

    /**
     * Calls {@code callback} when the process is sent a signal, in a turn of the loop like any other callback. Whoever this loop
     * called before for it is not called any more. When the loop is closed, the signal does what it did before.
     *
     * @param name without "SIG": {@code HUP}, {@code TERM}, {@code WINCH}
     * @param callback null for what happened before
     * @throws IllegalArgumentException if there is no such signal, or the JVM or the system has a use of its own for it
     * @throws UnsupportedOperationException on a Java without the module {@code jdk.unsupported}
     */
    public void onSignal(String name, @Nullable Runnable callback) {
        checkSchedule("onSignal()");
        signals.set(name, surrounded(callback));
    }

    private @Nullable Runnable surrounded(@Nullable Runnable callback) {
        return callback == null ? null : core.traced(Surroundings.carriedBy(callback, context));
    }

    /** The time of the loop in nanoseconds, for {@link #callAt}; only differences have a meaning. */
    public long time() {
        return options.clock().nanoTime();
    }

    // ---- blocking work

    /**
     * Runs blocking work on a worker thread, beginning at once or, if {@linkplain LoopOptions#workers(int) as much as is allowed} is
     * under way, as soon as some of that has ended.
     *
     * <p>Cancelling the wait ends the wait at once. Work that has not begun is not done; work that has is not interrupted and
     * goes on without anybody waiting for it. Its value is dropped then, a failure of it goes to the exception handler.
     *
     * @param work called on the executor of the {@linkplain LoopOptions#executor options}, or else on a thread of the loop's own: a
     *     fresh virtual one from JDK 21 on, a pooled daemon thread before
     * @return its outcome; a failure is raised as it is
     * @throws X from the await, not from here
     * @throws java.util.concurrent.RejectedExecutionException if the executor of the options refuses the work
     */
    public <T extends @Nullable Object, X extends Exception> Awaitable<T> runInExecutor(Call<? extends T, X> work)
            throws X {
        return blocking(work);
    }

    <T extends @Nullable Object> Awaitable<T> blocking(Call<? extends T, ?> work) {
        checkSchedule("runInExecutor()");
        return workers.run(workers.executor(), work);
    }

    /** As {@link #runInExecutor(Call)}, on an executor of the caller's, to which the limit does not apply. */
    public <T extends @Nullable Object, X extends Exception> Awaitable<T> runInExecutor(
            Executor executor, Call<? extends T, X> work) throws X {
        checkSchedule("runInExecutor()");
        return workers.run(executor, work);
    }

    // ---- failures

    /**
     * Sets who is told of failures that nobody else receives: of callbacks, and of tasks and promises that failed and
     * were never asked. Null for the usual one, which logs them to the {@link System.Logger} {@code dev.reprise}.
     *
     * @param handler called on the loop's thread with the loop and the failure
     */
    public void setExceptionHandler(@Nullable BiConsumer<? super EventLoop, ? super UnhandledFailure> handler) {
        checkThread("setExceptionHandler()");
        reports.handler(handler);
    }

    /** Tells the exception handler of a failure that the caller has nobody else to tell of. */
    public void callExceptionHandler(UnhandledFailure failure) {
        checkThread("callExceptionHandler()");
        reports.report(failure);
    }

    // ---- for the rest of the runtime

    /** The options it was opened with. Thread-safe. */
    public LoopOptions options() {
        return options;
    }

    ReadyQueue ready() {
        return ready;
    }

    LoopMachine core() {
        return core;
    }

    Context context() {
        return context;
    }

    Workers workers() {
        return workers;
    }

    TaskSet taskSet() {
        return tasks;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    FailureLedger failures() {
        return failures;
    }

    /** The thread was interrupted while the loop waited. */
    void interrupted() {
        interrupted = true;
        if (!interruptMain("the thread of the event loop was interrupted")) {
            core.stop();
        }
    }

    /**
     * Cancels the program.
     *
     * @return false if none runs
     */
    boolean interruptMain(String reason) {
        Task<?> running = main;
        return running != null && running.cancel(reason);
    }

    /** A task has ended, in its last step. */
    void ended(RunningTask<?> task) {
        tasks.remove(task);
        if (task == main && runner != null) {
            runner.values(ContextValues.current(context));
        }
    }

    /** Makes the loop, which does not run, belong to the thread that is going to run it. */
    void handOver(Thread next) {
        owner = next;
    }

    boolean isOwnThread() {
        return Thread.currentThread() == owner;
    }

    void checkThread(String method) {
        checkThread(method, "execute(Runnable)");
    }

    /** @param threadSafe what to use instead */
    void checkThread(String method, String threadSafe) {
        if (!isOwnThread()) {
            throw LoopMisuse.wrongThread(method, this, threadSafe);
        }
    }

    private void checkSchedule(String method) {
        checkSchedule(method, "execute(Runnable)");
    }

    private void checkSchedule(String method, String threadSafe) {
        checkThread(method, threadSafe);
        if (state == State.CLOSED) {
            throw LoopMisuse.closed(method);
        }
    }

    /** Makes sure that what belongs to this loop is awaited on it. */
    void checkAwaiting(Context awaiting, Awaitable<?> awaited) {
        if (awaiting.loop() != this) {
            throw LoopMisuse.awaitedElsewhere(awaited, this, awaiting);
        }
    }

    private void checkStart(String method) {
        if (state == State.CLOSED) {
            throw LoopMisuse.closed(method + "()");
        }
        if (state == State.RUNNING) {
            throw LoopMisuse.running(method);
        }
        if (guest != null) {
            throw LoopMisuse.borrowed(method);
        }
        refuseInsideLoop(method);
    }

    static void refuseInsideLoop(String method) {
        if (currentOrNull() != null) {
            throw LoopMisuse.insideLoop(method);
        }
    }

    @Override
    public String toString() {
        return "EventLoop (" + state.name().toLowerCase(Locale.ROOT) + ", thread " + owner.getName() + ")";
    }
}
