package dev.reprise.it.foreign;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Runs a coroutine to its end on the stack of its caller: each suspension is followed by a resumption. */
public final class Pump extends Driver {

    private static final LongAdder SUSPENSIONS = new LongAdder();

    private boolean woken;
    private boolean ended;
    private long suspensions;
    private @Nullable Object value;
    private @Nullable Throwable failure;

    private Pump() {}

    /**
     * Called by the methods whose code has become a coroutine.
     *
     * @return the coroutine's value; its failure is thrown, the same instance
     */
    public static @Nullable Object run(Async<?> coroutine) {
        Pump pump = new Pump();
        pump.runToEnd(coroutine);
        SUSPENSIONS.add(pump.suspensions);
        if (pump.failure != null) {
            throw Pump.<RuntimeException>unchecked(pump.failure);
        }
        return pump.value;
    }

    /** How often coroutines have suspended in this process. */
    static long suspensions() {
        return SUSPENSIONS.sum();
    }

    private void runToEnd(Async<?> coroutine) {
        Context context = Context.current();
        start(context, coroutine);
        while (!ended) {
            if (!woken) {
                throw new AssertionError("suspended, and nobody has woken it: " + coroutine);
            }
            woken = false;
            resume(context);
        }
    }

    @Override
    public void wake() {
        woken = true;
    }

    @Override
    protected void returned(@Nullable Object result) {
        value = result;
        ended = true;
    }

    @Override
    protected void failed(Throwable thrown) {
        failure = thrown;
        ended = true;
    }

    @Override
    protected void suspended(Suspension awaited) {
        suspensions++;
        awaited.subscribe(this);
    }

    @SuppressWarnings("unchecked") // the compiler alone asks for the type of a throwable
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
