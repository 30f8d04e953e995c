package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Origin;
import dev.reprise.frame.Unawaited;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The machine room of a loop in {@linkplain DebugOptions debug mode}. */
final class DebugMachine extends LoopMachine {

    private final long slow;
    private final DebugReceiver receiver;
    private final HangWatch watch;
    private final Unawaited unawaited = new Unawaited();

    DebugMachine(EventLoop loop, LoopOptions options, DebugOptions debug) {
        super(loop, options);
        this.slow = debug.slowStep().toNanos();
        this.receiver = new DebugReceiver(debug.receiver());
        this.watch = new HangWatch(debug.hungStep(), receiver);
        tellTurns(true);
    }

    @Override
    void begin(Context context) {
        context.unawaited(unawaited);
        watch.watchThisThread();
    }

    @Override
    void end(Context context) {
        context.unawaited(null);
    }

    @Override
    protected void turned() {
        super.turned();
        tellTurns(true);
        for (Unawaited.Entry dropped = unawaited.pollDropped(); dropped != null; dropped = unawaited.pollDropped()) {
            tell(dropped);
        }
    }

    @Override
    void closed() {
        unawaited.takeAll().forEach(this::tell);
        watch.stop();
    }

    private void tell(Unawaited.Entry entry) {
        receiver.tell(new DebugReport(
                DebugReport.Kind.NEVER_AWAITED,
                "coroutine " + entry.method() + " was never awaited: await it, or make a task of it",
                entry.origin(),
                null,
                Duration.ZERO));
    }

    @Override
    @Nullable Throwable origin() {
        return Origin.here();
    }

    @Override
    Runnable traced(Runnable callback) {
        return new ScheduledCall.Traced(callback, Origin.here());
    }

    @Override
    protected void run(Runnable step) {
        StepRecord begun = new StepRecord(step);
        long began = nanoTime();
        watch.step(begun);
        try {
            step.run();
        } finally {
            watch.step(null);
            long lasted = nanoTime() - began;
            if (lasted >= slow) {
                tellSlow(begun, lasted);
            }
        }
    }

    private void tellSlow(StepRecord step, long lasted) {
        Task<?> task = step.task();
        receiver.tell(new DebugReport(
                DebugReport.Kind.SLOW_STEP,
                String.format(
                        Locale.ROOT,
                        "%s held the event loop for %.3f s%s",
                        step.text(),
                        lasted / 1e9,
                        task == null ? "" : "; " + task),
                step.trace(),
                task,
                Duration.ofNanos(lasted)));
    }
}
