package dev.reprise.frame;

import dev.reprise.Awaitable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of a chain of coroutines: it starts the outermost one, keeps the innermost suspended frame, and resumes it
 * when what it waits for is there. The parents are then resumed one by one from here, so a resume costs the same at any
 * depth and the Java stack stays flat.
 *
 * <p>A driver is advanced by one thread at a time.
 */
public abstract class Driver {

    /** The innermost suspended frame. While the chain runs that of the last suspension, which has no meaning then. */
    @Nullable Frame<?> leaf;

    /** What the chain waits for, null while it runs; set while its frames are being saved. */
    @Nullable Suspension source;

    /** For tasks and the like. */
    protected Driver() {}

    /** The outcome is there, or the chain may go on: resume it soon. Called by the {@link Suspension} waited for. */
    public abstract void wake();

    /** The outermost coroutine returned. */
    protected abstract void returned(@Nullable Object value);

    /** The outermost coroutine failed. */
    protected abstract void failed(Throwable failure);

    /**
     * The chain has come to rest: subscribe to what it waits for.
     *
     * @param awaited what the chain waits for, also {@link #awaited()}
     */
    protected abstract void suspended(Suspension awaited);

    /**
     * Whether {@code closing} was raised by the end of a time-out or task group of this chain.
     *
     * @param interruption what came out of its block
     */
    protected boolean isEndOfBlock(Throwable closing, Throwable interruption) {
        return false;
    }

    /** What the chain waits for, null while it runs and before and after. */
    protected final @Nullable Suspension awaited() {
        return source;
    }

    /** The suspended coroutines of the chain, the outermost first; empty while the chain runs. */
    protected final List<Frame<?>> chain() {
        List<Frame<?>> frames = new ArrayList<>();
        for (Frame<?> frame = source == null ? null : leaf; frame != null; frame = frame.parent) {
            frames.add(frame);
        }
        Collections.reverse(frames);
        return frames;
    }

    /** Starts the outermost coroutine on the calling thread. */
    protected final void start(Context context, Awaitable<?> coroutine) {
        Driver outer = context.enter(this);
        int depth = context.depthBelow(outer);
        try {
            Object value = null;
            Throwable failure = null;
            try {
                value = coroutine.awaitIn(context);
            } catch (Throwable t) {
                failure = t;
            }
            if (context.suspended() && failure == null) {
                Frame<?> parked = settle(context, null);
                if (parked != null) {
                    Throwable outerStitched = context.stitched;
                    context.stitched = null;
                    try {
                        trampoline(context, parked, depth);
                    } finally {
                        context.stitched = outerStitched;
                    }
                }
            } else {
                rest(context, failure);
                end(context, value, failure);
            }
        } finally {
            context.leave(outer, depth);
        }
    }

    /** Resumes the chain with the outcome of what it waited for. */
    protected final void resume(Context context) {
        if (takeOutcome(context)) {
            go(context);
        } else if (source != null) {
            suspended(source);
        } else {
            goFailing(context);
        }
    }

    /**
     * Puts the outcome into the registers. A variable of {@link #resume} would keep the value for as long as the chain runs,
     * even if the coroutine that was given it has dropped it.
     *
     * @return false if it is a failure, or if there is none yet; the chain waits on then
     */
    private boolean takeOutcome(Context context) {
        Suspension ended = source;
        if (ended == null) {
            throw new AssertionError("resumed while not suspended: " + this);
        }
        source = null;
        try {
            Object value = ended.outcome();
            if (value == Suspension.NOT_YET) {
                source = ended;
                return false;
            }
            if (value != null) {
                context.result = value;
            }
            return true;
        } catch (Throwable failure) {
            context.failure = failure;
            return false;
        }
    }

    /** Resumes the chain with {@code failure}, whatever the outcome of what it waited for. */
    protected final void resumeFailing(Context context, Throwable failure) {
        source = null;
        context.failure = failure;
        goFailing(context);
    }

    private void goFailing(Context context) {
        Throwable failure = context.failure;
        if (failure != null) {
            AsyncTrace.append(failure, leaf);
            context.stitched = failure;
        }
        try {
            go(context);
        } finally {
            context.stitched = null;
        }
    }

    /** Resumes the chain with what the registers hold. */
    private void go(Context context) {
        Frame<?> frame = leaf;
        if (frame == null) {
            endWithOutcome(context);
            return;
        }
        Driver outer = context.enter(this);
        int depth = context.depthBelow(outer);
        try {
            trampoline(context, frame, depth);
        } finally {
            context.leave(outer, depth);
        }
    }

    /** No frame is left, after tail awaits: what was waited for is the outcome of the chain. */
    private void endWithOutcome(Context context) {
        Throwable failure = context.failure;
        Object value = context.result;
        context.failure = null;
        context.result = null;
        end(context, value, failure);
    }

    /**
     * Resumes a frame, and those that await it one after the other.
     *
     * @param innermost suspended, or parked and not started
     * @param depth that of the stack below
     */
    private void trampoline(Context context, Frame<?> innermost, int depth) {
        Frame<?> frame = innermost;
        boolean stitching = false;
        while (true) {
            Object value = null;
            Throwable failure = null;
            context.depth = depth;
            try {
                value = frame.resume(context);
            } catch (Throwable t) {
                failure = t;
                stitch(context, t, frame);
                stitching = true;
            }
            Frame<?> next;
            if (context.suspended() && failure == null) {
                next = settle(context, frame);
                if (next == null) {
                    break;
                }
            } else {
                rest(context, failure);
                next = frame.finish();
                if (next == null) {
                    end(context, value, failure);
                    break;
                }
                context.result = value;
                context.failure = failure;
            }
            frame = next;
        }
        if (stitching) {
            context.stitched = null;
        }
    }

    /** Writes the coroutines that await {@code frame} into the trace of its failure, unless they stand there already. */
    private static void stitch(Context context, Throwable failure, Frame<?> frame) {
        if (context.stitched != failure) {
            AsyncTrace.append(failure, frame.parent);
            context.stitched = failure;
        }
    }

    /**
     * Takes the saved chain out of the registers.
     *
     * @param resumed the frame whose resumption led to this suspension, null if the chain was just started
     * @return the innermost frame if it is parked: it is to be started at once; null if the chain waits for something
     */
    private @Nullable Frame<?> settle(Context context, @Nullable Frame<?> resumed) {
        Frame<?> outermost = context.rest(leaf);
        Suspension awaited = source;
        if (awaited == null) {
            throw new AssertionError("suspended on nothing: " + this);
        }
        if (outermost == null) {
            leaf = null;
        }
        if (resumed != null && outermost != resumed) {
            // the resumed body ended in a tail await: what it returned into now returns into its parent
            Frame<?> awaiting = resumed.finish();
            if (outermost == null) {
                leaf = awaiting;
            } else {
                outermost.parent = awaiting;
            }
        }
        if (awaited == Hop.HOP) {
            source = null;
            return leaf;
        }
        suspended(awaited);
        return null;
    }

    /** A body has returned or failed. It may have failed because the JVM ran out of memory or stack while it was saved. */
    private void rest(Context context, @Nullable Throwable failure) {
        if (failure != null) {
            source = null;
            context.rest(null);
        }
    }

    private void end(Context context, @Nullable Object value, @Nullable Throwable failure) {
        leaf = null;
        if (failure != null) {
            failed(failure);
        } else {
            returned(value);
        }
        context.forget(this);
    }
}
