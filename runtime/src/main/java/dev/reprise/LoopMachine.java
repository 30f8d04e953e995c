package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.loop.LoopCore;
import org.jspecify.annotations.Nullable;

/** The machine room of one event loop: what it asks for is answered by the loop's options and handlers. */
class LoopMachine extends LoopCore {

    private final EventLoop loop;
    private final LoopClock clock;

    LoopMachine(EventLoop loop, LoopOptions options) {
        super(options.shuffle());
        this.loop = loop;
        this.clock = options.clock();
    }

    /** The machine room that {@code options} ask for. */
    static LoopMachine of(EventLoop loop, LoopOptions options) {
        DebugOptions debug = options.debug();
        return debug == null ? new LoopMachine(loop, options) : new DebugMachine(loop, options, debug);
    }

    // ---- what debug mode does more

    /** The loop begins to run on this thread. */
    void begin(Context context) {}

    void end(Context context) {}

    /** The loop is about to be closed. */
    void closed() {}

    /** Where the caller makes something; null if nobody wants to know. */
    @Nullable Throwable origin() {
        return null;
    }

    /** {@code callback}, made to know where it was given. */
    Runnable traced(Runnable callback) {
        return callback;
    }

    // ---- what the turns ask for

    @Override
    protected long nanoTime() {
        return clock.nanoTime();
    }

    @Override
    protected long realWait(long nanos) {
        if (clock == SystemClock.INSTANCE) {
            return Math.max(nanos, 0);
        }
        // looking at every socket and task is for clocks that want to know
        return nanos == Long.MAX_VALUE && !Standstill.isPossible(loop)
                ? nanos
                : clock.realWait(nanos, loop.workers().isBusy(), selector().isWatching());
    }

    @Override
    protected void nothingAnyMore(long waited) {
        throw Standstill.error(loop, waited);
    }

    @Override
    protected void nothingBefore(long deadline) {
        clock.nothingBefore(deadline);
    }

    @Override
    protected void failed(Runnable step, Throwable failure) {
        Handle handle = step instanceof Handle called ? called : null;
        Throwable origin = step instanceof ScheduledCall call ? call.origin() : null;
        loop.callExceptionHandler(
                new UnhandledFailure("a callback of the event loop failed: " + step, failure, null, handle, origin));
    }

    @Override
    protected void turned() {
        tellTurns(loop.lookAtCollected());
    }

    /** There is something that the loop has to deal with when it has been garbage-collected. */
    final void awaitCollection() {
        tellTurns(true);
    }

    @Override
    protected void interrupted() {
        loop.interrupted();
    }
}
