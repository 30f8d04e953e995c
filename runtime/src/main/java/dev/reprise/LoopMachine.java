package dev.reprise;

import dev.reprise.loop.LoopCore;

/** The machine room of one event loop: what it asks for is answered by the loop's options and handlers. */
final class LoopMachine extends LoopCore {

    private final EventLoop loop;
    private final LoopClock clock;

    LoopMachine(EventLoop loop, LoopOptions options) {
        super(options.shuffle());
        this.loop = loop;
        this.clock = options.clock();
    }

    @Override
    protected long nanoTime() {
        return clock.nanoTime();
    }

    @Override
    protected long realWait(long nanos) {
        // looking at every socket is for clocks that want to know
        return clock == SystemClock.INSTANCE
                ? Math.max(nanos, 0)
                : clock.realWait(nanos, loop.workers().isBusy(), selector().isWatching());
    }

    @Override
    protected void nothingBefore(long deadline) {
        clock.nothingBefore(deadline);
    }

    @Override
    protected void failed(Runnable step, Throwable failure) {
        Handle handle = step instanceof Handle called ? called : null;
        loop.callExceptionHandler(
                new UnhandledFailure("a callback of the event loop failed: " + step, failure, null, handle));
    }

    @Override
    protected void interrupted() {
        loop.interrupted();
    }
}
