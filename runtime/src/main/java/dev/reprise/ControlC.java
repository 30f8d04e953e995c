package dev.reprise;

import org.jspecify.annotations.Nullable;

/** What Ctrl-C does while a program runs: the first time it is cancelled, the second time the JVM ends as it does without us. */
final class ControlC {

    /** What the JVM calls the thread on which it calls {@code main}; its number differs between releases. */
    private static final String FIRST_THREAD = "main";

    private final EventLoop loop;
    private final JdkSignal signal;
    private final Object before;

    /** Written by the threads that the JVM makes for signals, one after the other. */
    private volatile boolean caught;

    private ControlC(EventLoop loop, JdkSignal signal) throws ReflectiveOperationException {
        this.loop = loop;
        this.signal = signal;
        this.before = signal.handle(signal.handler(this::interrupted));
    }

    /**
     * Cancels what {@code loop} runs when Ctrl-C is pressed, until {@link #end}.
     *
     * @return null if Ctrl-C is none of our business
     */
    static @Nullable ControlC during(EventLoop loop) {
        if (!Thread.currentThread().getName().equals(FIRST_THREAD)) {
            return null;
        }
        try {
            JdkSignal interrupt = new JdkSignal("INT");
            ControlC installed = new ControlC(loop, interrupt);
            if (interrupt.isTheJvms(installed.before)) {
                return installed;
            }
            installed.end();
            return null;
        } catch (ReflectiveOperationException noSignalsOrOnlyForTheJvm) {
            return null;
        }
    }

    private void interrupted() {
        boolean first = !caught;
        caught = true;
        if (!first || !loop.core().inbox().post(() -> loop.interruptMain("Ctrl-C was pressed (SIGINT)"))) {
            signal.pass(before);
        }
    }

    /** Ctrl-C does what it did before. */
    void end() {
        try {
            signal.handle(before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the handler of SIGINT could not be put back", e);
        }
    }
}
