package dev.reprise;

import dev.reprise.frame.Frame;
import dev.reprise.frame.Sneaky;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that belong to a block of code: none of them outlives it.
 *
 * <pre>{@code
 * try (var group = TaskGroup.open()) {
 *     Task<Integer> a = group.fork(first());
 *     Task<Integer> b = group.fork(second());
 *     await(group.join());
 *     use(a.result(), b.result());
 * }
 * }</pre>
 *
 * <p>The first child that fails cancels its siblings and the rest of the block. When all have ended, {@link #join()} raises
 * that failure, the same instance, with the failures of the siblings {@linkplain Throwable#getSuppressed() suppressed} in it.
 * Children that were cancelled are no failures. In a {@linkplain #openSupervisor() supervisor} each child fails for
 * itself.
 *
 * <p>A group is a {@link CancelScope}: when it is cancelled, every await in it that really suspends raises {@link Cancelled},
 * in the block and in the children, until the group has ended.
 *
 * <p>If the task of the block is cancelled from outside while children fail, their failure comes out, and the next suspension
 * of the task after the group raises {@code Cancelled}.
 *
 * <p>If a child fails while the block awaits something else than {@code join()}, the block is interrupted there, and at the end
 * of the try statement the failure takes the place of the {@link Cancelled}. If it is {@link #cancel()} that interrupts the
 * block, {@code Cancelled} comes out, as a try statement cannot end quietly then; in a block given to {@link #run} it does
 * not.
 *
 * <p>Belongs to the loop's thread. Children may fork into the group they are in, and cancel it.
 */
public final class TaskGroup implements AsyncCloseable {

    private final EventLoop loop;
    private final CancelScope scope;
    private final boolean supervisor;
    private final Set<RunningTask<?>> members = new LinkedHashSet<>();

    /** The first failure, until it is raised. */
    private @Nullable Throwable failure;

    private boolean ended;
    private @Nullable GroupWait waiting;

    private TaskGroup(EventLoop loop, boolean supervisor) {
        this.loop = loop;
        this.supervisor = supervisor;
        this.scope = new CancelScope(loop, false, this);
    }

    /**
     * A group around what the running coroutine does from here on until {@link #join()} or {@link #close()}.
     *
     * @throws IllegalStateException if not called by a task of a running loop
     */
    public static TaskGroup open() {
        return begin(EventLoop.current(), false);
    }

    /**
     * A group as {@link #open()} gives it, whose children fail each for itself: nobody else is cancelled, and {@code join()}
     * does not fail. The failure is for those who await the child; if nobody does, it goes to the loop's exception
     * handler.
     *
     * @throws IllegalStateException if not called by a task of a running loop
     */
    public static TaskGroup openSupervisor() {
        return begin(EventLoop.current(), true);
    }

    static TaskGroup begin(EventLoop loop, boolean supervisor) {
        TaskGroup group = new TaskGroup(loop, supervisor);
        group.scope.enter();
        return group;
    }

    /**
     * Runs a block with a group of its own, and waits for its children. A failure of the block counts like one of a child.
     *
     * @param block given the group; may {@code await} if it returns {@code Async}
     * @return the value of the block; null if {@link #cancel()} interrupted it
     * @throws X from the await, not from here
     */
    public static <T extends @Nullable Object, X extends Exception> Async<@Nullable T> run(
            Block<? super TaskGroup, T, X> block) throws X {
        return new GroupCall<>(false, block);
    }

    /** Runs a block as {@link #run} does, with a {@linkplain #openSupervisor() supervisor}. */
    public static <T extends @Nullable Object, X extends Exception> Async<@Nullable T> runSupervisor(
            Block<? super TaskGroup, T, X> block) throws X {
        return new GroupCall<>(true, block);
    }

    // ---- children

    /**
     * A child that has to get ready, for {@link #start}.
     *
     * @param <V> type of what it says when it is
     */
    @FunctionalInterface
    public interface Child<V extends @Nullable Object> {

        /**
         * Called once, when the start is awaited.
         *
         * @param ready to be completed by the child
         */
        Async<?> run(Promise<V> ready) throws Exception;
    }

    /**
     * Runs a coroutine as a child, beginning in the next turn of the loop.
     *
     * @param child a coroutine that has not been started, or anything else that can be awaited
     * @throws IllegalStateException if the group has ended or is cancelled
     */
    public <T extends @Nullable Object> Task<T> fork(Awaitable<T> child) {
        return newChild(child, null);
    }

    /** As {@link #fork(Awaitable)}, with a name for messages. */
    public <T extends @Nullable Object> Task<T> fork(Awaitable<T> child, String name) {
        return newChild(child, name);
    }

    private <T extends @Nullable Object> RunningTask<T> newChild(Awaitable<T> child, @Nullable String name) {
        loop.checkThread("TaskGroup.fork()");
        if (ended || scope.isCancelled()) {
            Frame.abandon(child);
        }
        if (ended) {
            throw new IllegalStateException("the task group has ended: fork before it is joined or closed");
        }
        if (scope.isCancelled()) {
            throw new IllegalStateException("the task group is cancelled and takes no more tasks");
        }
        RunningTask<T> task = loop.newTask(child, new TaskExtras(name, this));
        members.add(task);
        return task;
    }

    /**
     * Runs a child that first has to get ready, and waits until it says that it is: a server that binds its port, for
     * instance. The child completes the promise it is given, and goes on.
     *
     * @param child called at once when the result is awaited
     * @return what the child completed the promise with. A child that fails before fails the await, too, and one that ends
     *     before makes it an {@link IllegalStateException}; a child whose start is cancelled is cancelled
     */
    public <V extends @Nullable Object> Async<V> start(Child<V> child) {
        return new StartCall<>(this, child);
    }

    // ---- the end

    /**
     * Waits until all children have ended, also those that are forked meanwhile, and ends the group. Only for the task that
     * opened it.
     *
     * <p>The await raises the first failure; if the task is cancelled while it waits, all children are cancelled, and when
     * they have ended it raises {@link Cancelled}. It returns quietly if {@link #cancel()} ended the children.
     */
    public Async<@Nullable Void> join() {
        return new GroupWait(this, GroupWait.End.JOIN);
    }

    /**
     * Cancels the block and the children, which ends the group without a failure. Does nothing if it was cancelled before,
     * or has ended.
     */
    public void cancel() {
        cancel(null);
    }

    /**
     * As {@link #cancel()}, with a reason.
     *
     * @param reason message of the {@link Cancelled}, or null
     */
    public void cancel(@Nullable String reason) {
        scope.cancel(reason);
    }

    /**
     * Cancels the children that are left, waits for them and ends the group; raises a failure that {@link #join()} has not
     * raised. Does nothing after {@code join()}.
     */
    @Override
    public Async<@Nullable Void> closeAsync() {
        return new GroupWait(this, GroupWait.End.CLOSE);
    }

    /**
     * Awaits {@link #closeAsync()} in a coroutine. Called elsewhere, it cancels the children that are left and ends the group
     * without waiting for them.
     */
    @Override
    public void close() {
        if (!ended) {
            cancelRest();
            ended = true;
            scope.leave();
            raiseFailure(null);
        }
    }

    // ---- for the rest of the runtime

    CancelScope scope() {
        return scope;
    }

    EventLoop loop() {
        return loop;
    }

    /** The children that have not ended, in the order in which they were forked. */
    Collection<RunningTask<?>> members() {
        return members;
    }

    boolean hasEnded() {
        return ended;
    }

    void cancelRest() {
        if (!members.isEmpty()) {
            scope.cancel("the task group was closed");
        }
    }

    /** A child has ended. */
    void ended(RunningTask<?> child) {
        members.remove(child);
        if (!supervisor && !child.isCancelled()) {
            Throwable raised = child.exception();
            if (raised != null) {
                failed(raised);
            }
        }
        if (members.isEmpty() && waiting != null) {
            waiting.wake();
        }
    }

    /** The block or a child has failed. */
    void failed(Throwable raised) {
        Throwable first = failure;
        if (first == null) {
            failure = raised;
            scope.cancel("a task of the group failed: " + raised);
        } else if (first != raised) {
            first.addSuppressed(raised);
        }
    }

    /** Who is to be told when the last child has ended. */
    void waiting(@Nullable GroupWait wait) {
        waiting = wait;
    }

    /** Ends the group, unless a scope inside it has not been left yet. */
    void leaveIfInnermost() {
        RunningTask<?> host = scope.host();
        if (host != null && host.innermostScope() == scope) {
            leave();
        }
    }

    void leave() {
        ended = true;
        scope.exit();
    }

    /**
     * Raises the failure, once. A request to stop that the task got while it was in the group is not lost.
     *
     * @param reason of that request
     */
    void raiseFailure(@Nullable String reason) {
        Throwable raised = failure;
        if (raised == null) {
            return;
        }
        failure = null;
        RunningTask<?> host = scope.host();
        if (host != null && host.isRunning() && scope.isHostAskedToStop()) {
            host.raiseAtNextStep(reason);
        }
        if (host != null) {
            host.blockEndsWith(raised);
        }
        throw Sneaky.raise(raised);
    }

    /** The task of the block has ended without ending the group. */
    void abandoned() {
        loop.callExceptionHandler(new UnhandledFailure(
                "a task group was not closed: open it in a try-with-resources statement, or use TaskGroup.run()",
                new IllegalStateException("the task that opened " + this + " has ended"),
                scope.host(),
                null));
        ended = true;
        members.forEach(child -> child.cancel("the task that opened the group has ended"));
    }

    @Override
    public String toString() {
        return "task group (" + (ended ? "ended" : members.size() + " running") + ")";
    }
}
