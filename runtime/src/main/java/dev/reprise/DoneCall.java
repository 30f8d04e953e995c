package dev.reprise;

import java.util.function.Consumer;

/** One callback of {@code onDone}. */
final class DoneCall implements Handle, Runnable {

    private final EventLoop loop;
    private final Runnable callback;
    private final Consumer<Object> forget;
    private boolean cancelled;

    /** @param forget takes this out of the list of those who wait */
    DoneCall(EventLoop loop, Runnable callback, Consumer<Object> forget) {
        this.loop = loop;
        this.callback = callback;
        this.forget = forget;
    }

    @Override
    public void run() {
        if (!cancelled) {
            callback.run();
        }
    }

    @Override
    public void cancel() {
        loop.checkThread("Handle.cancel()");
        cancelled = true;
        forget.accept(this);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
