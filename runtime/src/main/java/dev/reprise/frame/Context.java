package dev.reprise.frame;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The registers through which the coroutines of one thread suspend and are resumed.
 *
 * <p>Between two suspensions every register is at rest: {@code suspended} is false and the rest is null. While a
 * suspension unwinds the Java stack, {@code suspended} is true, each body links its frame and returns at once, and no
 * code of the user runs until the driver at the bottom has taken the chain.
 *
 * <p>Owned by its thread.
 */
public final class Context {

    private static final ThreadLocal<Context> CURRENT = ThreadLocal.withInitial(Context::new);

    /** Whether the call that has just returned was a suspension; read by generated code after each such call. */
    public boolean suspended;

    @Nullable Suspension source;

    /** Innermost frame of the chain that is being saved. */
    @Nullable Frame<?> leaf;

    /** Outermost frame saved so far. */
    @Nullable Frame<?> top;

    @Nullable Object result;

    @Nullable Throwable failure;

    /** Failure whose stack trace already names the coroutines of the chain that is being resumed. */
    @Nullable Throwable stitched;

    /** Steps of futures' coroutines that run inside each other on this thread. */
    int nestedSteps;

    /** Steps that wait until the stack is flat again. */
    private @Nullable Queue<HotDriver> postponed;

    private @Nullable Driver driver;

    private @Nullable Executor loop;

    private Context() {}

    /** The registers of the calling thread. */
    public static Context current() {
        return CURRENT.get();
    }

    /** The driver whose coroutine is running on this thread, null outside of coroutines. */
    public @Nullable Driver driver() {
        return driver;
    }

    /** The event loop that runs on this thread, null if there is none. */
    public @Nullable Executor loop() {
        return loop;
    }

    /** Says which event loop runs on this thread from here on; null for none. */
    public void loop(@Nullable Executor running) {
        loop = running;
    }

    /**
     * Suspends the coroutines on the stack until {@code awaited} wakes their driver.
     *
     * @return null, which the caller returns at once
     */
    public @Nullable Object suspendOn(Suspension awaited) {
        source = awaited;
        suspended = true;
        return null;
    }

    /** Makes {@code frame} the parent of the frame that was saved before it. */
    public void link(Frame<?> frame) {
        Frame<?> inner = top;
        if (inner == null) {
            leaf = frame;
        } else {
            inner.parent = frame;
        }
        top = frame;
    }

    /** The outcome of the await at which the calling body was resumed; a failure is thrown as it is. */
    public @Nullable Object take() {
        Throwable raised = failure;
        if (raised != null) {
            failure = null;
            throw Sneaky.raise(raised);
        }
        Object value = result;
        result = null;
        return value;
    }

    /**
     * Drops a chain that is being saved: after the driver has taken it, or because the JVM ran out of memory or stack
     * while it was saved.
     */
    void rest() {
        suspended = false;
        source = null;
        leaf = null;
        top = null;
    }

    void postpone(HotDriver step) {
        if (postponed == null) {
            postponed = new ArrayDeque<>();
        }
        postponed.add(step);
    }

    @Nullable HotDriver postponed() {
        return postponed == null ? null : postponed.poll();
    }

    @Nullable Driver enter(Driver running) {
        Driver outer = driver;
        driver = running;
        return outer;
    }

    void leave(@Nullable Driver outer) {
        driver = outer;
    }
}
