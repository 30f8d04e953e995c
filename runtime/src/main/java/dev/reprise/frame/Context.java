package dev.reprise.frame;

import dev.reprise.Async;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The registers through which the coroutines of one thread suspend and are resumed.
 *
 * <p>Between two suspensions every register is at rest: {@code suspension} is zero and the rest is null. While a
 * suspension unwinds the Java stack, {@code suspension} is not, each body links its frame and returns at once, and no
 * code of the user runs until the driver at the bottom has taken the chain. The innermost frame and what is waited for
 * are written to the driver at once.
 *
 * <p>Owned by its thread.
 */
public final class Context {

    /**
     * Slots of the Java stack, of 8 bytes each, that coroutines awaiting each other may take before the next one is parked:
     * as measured, all of it takes less than 300 KB, whether it is interpreted or compiled.
     */
    private static final int MOST_SLOTS = 24_576;

    /** Slots that an await of an object counts for the body and for itself; a large body adds its own. */
    private static final int SLOTS_OF_AN_OBJECT = 96;

    private static final ThreadLocal<Context> CURRENT = ThreadLocal.withInitial(Context::new);

    /** {@link #suspension}: the call that has just returned was none. */
    private static final int NONE = 0;

    /** {@link #suspension}: it was one, and no frame has been saved so far. */
    private static final int BEGUN = 1;

    /** {@link #suspension}: the one frame saved so far is the driver's {@link Driver#leaf}. */
    private static final int ONE_FRAME = 2;

    /** {@link #suspension}: so is the innermost frame; the outermost one saved so far is {@link #top}. */
    private static final int SEVERAL_FRAMES = 3;

    /** Not zero if the call that has just returned was a suspension; read by generated code after each such call. */
    public int suspension;

    private @Nullable Frame<?> top;

    /**
     * Slots of the Java stack that awaits have taken, as far as they may be part of a recursion. Too high after an exception
     * was caught, never too low. The driver sets it right.
     */
    int depth;

    @Nullable Object result;

    @Nullable Throwable failure;

    /** Failure whose stack trace already names the coroutines of the chain that is being resumed. */
    @Nullable Throwable stitched;

    /** Steps of futures' coroutines that run inside each other on this thread. */
    int nestedSteps;

    /** Steps that wait until the stack is flat again. */
    private @Nullable Queue<HotDriver> postponed;

    /** Whether a coroutine runs: that of {@link #driver}. */
    private boolean driving;

    /** Between two steps that of the last one, because the same often takes the next one, too. */
    private @Nullable Driver driver;

    private @Nullable Executor loop;

    private @Nullable Object values;

    private @Nullable GeneratorSet generators;

    private @Nullable Unawaited unawaited;

    private Context() {}

    /** The registers of the calling thread. */
    public static Context current() {
        return CURRENT.get();
    }

    /** The driver whose coroutine is running on this thread, null outside of coroutines. */
    public @Nullable Driver driver() {
        return driving ? driver : null;
    }

    /** The event loop that runs on this thread, null if there is none. */
    public @Nullable Executor loop() {
        return loop;
    }

    /** Says which event loop runs on this thread from here on; null for none. */
    public void loop(@Nullable Executor running) {
        loop = running;
    }

    /** The values of context variables that hold on this thread at the moment, null for none. */
    public @Nullable Object values() {
        return values;
    }

    /**
     * Says which values of context variables hold from here on.
     *
     * @return those that held before
     */
    public @Nullable Object values(@Nullable Object holding) {
        Object before = values;
        if (before != holding) {
            values = holding;
        }
        return before;
    }

    /** The async generators of the event loop that runs on this thread, null if there is none. */
    @Nullable GeneratorSet generators() {
        return generators;
    }

    /** Says which async generators belong to the event loop that runs on this thread from here on; null for none. */
    public void generators(@Nullable GeneratorSet running) {
        generators = running;
    }

    /** Where coroutines that are made on this thread are noted, null unless an event loop in debug mode runs on it. */
    @Nullable Unawaited unawaited() {
        return unawaited;
    }

    /** Says where coroutines are noted from here on; null for nowhere. */
    public void unawaited(@Nullable Unawaited running) {
        unawaited = running;
    }

    /** Whether the call that has just returned was a suspension. */
    public boolean suspended() {
        return suspension != NONE;
    }

    /**
     * Suspends the coroutines on the stack until {@code awaited} wakes their driver.
     *
     * @return null, which the caller returns at once
     */
    public @Nullable Object suspendOn(Suspension awaited) {
        running().source = awaited;
        suspension = BEGUN;
        return null;
    }

    /** Makes {@code frame} the parent of the frame that was saved before it. */
    public void link(Frame<?> frame) {
        if (Unawaited.watching) {
            Unawaited.started(frame);
        }
        if (suspension != BEGUN) {
            linkOuter(frame);
            return;
        }
        suspension = ONE_FRAME;
        Driver saving = running();
        if (saving.leaf != frame) {
            // most suspensions are those of the frame that was resumed, and a reference costs more to write than to
            // read
            saving.leaf = frame;
        }
    }

    private void linkOuter(Frame<?> frame) {
        Frame<?> inner = outermost();
        if (inner == null) {
            throw new AssertionError("the innermost frame is gone");
        }
        inner.parent = frame;
        top = frame;
        suspension = SEVERAL_FRAMES;
    }

    /** The outermost frame saved so far; null if none was. */
    private @Nullable Frame<?> outermost() {
        return switch (suspension) {
            case ONE_FRAME -> running().leaf;
            case SEVERAL_FRAMES -> top;
            default -> null;
        };
    }

    /** Whether {@code frame} is the outermost one saved so far. */
    boolean endsWith(Frame<?> frame) {
        return outermost() == frame;
    }

    private Driver running() {
        Driver running = driver;
        if (running == null) {
            throw new IllegalStateException("suspended without a driver: awaitIn() is for compiled coroutines");
        }
        return running;
    }

    /** How many slots of the stack are left for a body that may be part of a recursion. */
    public int room() {
        return MOST_SLOTS - depth;
    }

    /** Says how many slots of the stack are left where the calling body is. */
    public void room(int slots) {
        depth = MOST_SLOTS - slots;
    }

    /** Takes slots that nobody gives back before the driver does: for a body larger than others. */
    public void deepen(int slots) {
        depth += slots;
    }

    /**
     * Takes slots of the stack for the await of an object; who awaits it puts {@link #depth} back.
     *
     * @return false if the coroutine is to be parked instead
     */
    boolean descendToObject() {
        int deeper = depth + SLOTS_OF_AN_OBJECT;
        if (deeper > MOST_SLOTS) {
            return false;
        }
        depth = deeper;
        return true;
    }

    /**
     * Suspends the coroutines on the stack so that the driver starts {@code callee} at once, on a flat stack.
     *
     * @param callee the frame of a coroutine that has not been started
     * @return null, which the caller returns at once
     */
    public @Nullable Object park(Async<?> callee) {
        suspendOn(Hop.HOP);
        link((Frame<?>) callee);
        return null;
    }

    /** The outcome of the await at which the calling body was resumed; a failure is thrown as it is. */
    public @Nullable Object take() {
        Throwable raised = failure;
        if (raised != null) {
            failure = null;
            throw Sneaky.raise(raised);
        }
        Object value = result;
        if (value != null) {
            result = null;
        }
        return value;
    }

    /**
     * Ends a suspension: the driver has its chain, or drops it.
     *
     * @param leaf that of the driver
     * @return the outermost frame, null if none was saved
     */
    @Nullable Frame<?> rest(@Nullable Frame<?> leaf) {
        int saved = suspension;
        suspension = NONE;
        if (saved == ONE_FRAME) {
            return leaf;
        }
        Frame<?> outermost = top;
        if (outermost != null) {
            top = null;
        }
        return outermost;
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
        Driver outer = driver();
        driving = true;
        if (driver != running) {
            driver = running;
        }
        return outer;
    }

    /**
     * The slots that are taken below a driver that enters, as {@link #depth} counts them.
     *
     * @param outer in whose coroutine it enters, null if in none
     */
    int depthBelow(@Nullable Driver outer) {
        return outer == null ? 0 : depth;
    }

    /** @param below what {@link #depthBelow} was */
    void leave(@Nullable Driver outer, int below) {
        if (outer == null) {
            driving = false;
        } else {
            driver = outer;
            depth = below;
        }
    }

    /** Lets go of {@code driver}, which takes no further step soon, or on another thread. */
    void forget(Driver last) {
        if (driver == last) {
            driver = null;
        }
    }
}
