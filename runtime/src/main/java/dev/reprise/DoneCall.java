package dev.reprise;

/** One callback of {@code onDone}. */
final class DoneCall implements Handle, Runnable {

    private final Outcome<?> awaited;
    private final Runnable callback;
    private boolean cancelled;

    DoneCall(Outcome<?> awaited, Runnable callback) {
        this.awaited = awaited;
        this.callback = callback;
    }

    @Override
    public void run() {
        if (!cancelled) {
            callback.run();
        }
    }

    @Override
    public void cancel() {
        awaited.loop().checkThread("Handle.cancel()");
        cancelled = true;
        awaited.forget(this);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
