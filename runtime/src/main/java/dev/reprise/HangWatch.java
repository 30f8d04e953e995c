package dev.reprise;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that looks whether a loop's thread comes back from the step it is in, and tells while it does not. */
final class HangWatch implements Runnable {

    /** Looks in the time in which a step comes to hang. */
    private static final int LOOKS = 4;

    private final long limit;
    private final DebugReceiver receiver;

    private @Nullable Thread thread;
    private volatile @Nullable Thread watched;
    private volatile @Nullable StepRecord running;

    HangWatch(Duration limit, DebugReceiver receiver) {
        this.limit = limit.toNanos();
        this.receiver = receiver;
    }

    /** Begins to watch the calling thread. */
    void watchThisThread() {
        watched = Thread.currentThread();
        if (thread == null) {
            Thread started = new Thread(this, "reprise-watch");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    void stop() {
        watched = null;
        LockSupport.unpark(thread);
    }

    /** @param step the one that begins, null when it has ended */
    void step(@Nullable StepRecord step) {
        running = step;
    }

    @Override
    public void run() {
        StepRecord told = null;
        for (Thread loop = watched; loop != null; loop = watched) {
            StepRecord step = running;
            long lasted = step == null ? 0 : System.nanoTime() - step.began;
            if (step != null && step != told && lasted >= limit) {
                tell(step, loop, lasted);
                told = step;
            }
            LockSupport.parkNanos(this, Math.max(limit / LOOKS, 1));
        }
    }

    private void tell(StepRecord step, Thread loop, long lasted) {
        Throwable trace = new Throwable("what thread " + loop.getName() + " is doing", step.trace());
        trace.setStackTrace(loop.getStackTrace());
        if (running != step) {
            return;
        }
        receiver.tell(new DebugReport(
                DebugReport.Kind.HUNG_STEP,
                String.format(
                        Locale.ROOT,
                        "%s has held thread %s of the event loop for %.3f s and does not give it back:"
                                + " let blocking work run in toThread(), and await now and then in a long computation",
                        step.text(),
                        loop.getName(),
                        lasted / 1e9),
                trace,
                step.task(),
                Duration.ofNanos(lasted)));
    }
}
