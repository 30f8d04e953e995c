package dev.reprise.frame;

import dev.reprise.Cancelled;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The driver of a coroutine that completes a future. Started on the thread of an event loop it goes on there; started
 * elsewhere it goes on on the thread that wakes it.
 *
 * <p>Wake-ups and requests to stop come from any thread, even while the driver is still subscribing. Each state has one
 * owner: RUNNING, SUBSCRIBING and CANCELLING belong to the thread that entered them, from PARKED one thread gets away,
 * and in WOKEN the next step belongs to the thread that finds it.
 */
final class HotDriver extends Driver implements Runnable {

    private enum State {
        /** The coroutine is on the Java stack. */
        RUNNING,
        /** The coroutine is suspended, its driver has not left yet. */
        SUBSCRIBING,
        /** Nobody is inside; the wake-up is to come. */
        PARKED,
        /** A request to stop is being passed on. */
        CANCELLING,
        /** Woken while SUBSCRIBING or CANCELLING. */
        WOKEN,
        ENDED
    }

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(HotDriver.class, "state", State.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Steps that may run inside each other when one completes what the next waits for. */
    private static final int NESTED_STEPS = 8;

    private final HotFuture<?> future;
    private final @Nullable Executor loop;

    private volatile State state = State.RUNNING;

    /** A request to stop that no suspension has taken. */
    private volatile boolean cancelRequested;

    /** Values of context variables: a copy of those at the start, and what the coroutine made of them. */
    private @Nullable Object values;

    /** What the {@link Carriers} have captured, as {@link #values}. */
    private @Nullable Object carried;

    /** What kept the driver from subscribing. */
    private @Nullable Throwable refused;

    HotDriver(HotFuture<?> future, @Nullable Executor loop) {
        this.future = future;
        this.loop = loop;
    }

    /** The first step. */
    void begin(Context context, Frame<?> frame) {
        Object outer = context.values();
        Object outerCarried = Carriers.capture();
        try {
            start(context, frame);
        } finally {
            carried = Carriers.swap(outerCarried);
            values = context.values(outer);
        }
        rest(context);
    }

    /** Takes the steps that can be taken, after the coroutine has come to rest. */
    private void rest(Context context) {
        while (state != State.ENDED) {
            context.forget(this);
            if (swap(State.SUBSCRIBING, State.PARKED)) {
                if (cancelRequested) {
                    requestCancel();
                }
                return;
            }
            // woken meanwhile
            if (loop != null) {
                stepSoon();
                return;
            }
            step(context);
        }
    }

    private void step(Context context) {
        state = State.RUNNING;
        Object outer = context.values(values);
        Object outerCarried = Carriers.swap(carried);
        try {
            goOn(context);
        } finally {
            carried = Carriers.swap(outerCarried);
            values = context.values(outer);
        }
    }

    private void goOn(Context context) {
        Throwable failure = refused;
        if (failure != null) {
            refused = null;
            resumeFailing(context, failure);
        } else if (cancelRequested) {
            cancelRequested = false;
            Suspension source = awaited();
            if (source != null) {
                source.discard();
            }
            resumeFailing(context, new Cancelled(null));
        } else {
            resume(context);
        }
    }

    /** A step on the loop. */
    @Override
    public void run() {
        Context context = Context.current();
        step(context);
        rest(context);
    }

    @Override
    public void wake() {
        while (true) {
            State now = state;
            switch (now) {
                case PARKED -> {
                    if (swap(State.PARKED, State.WOKEN)) {
                        stepSoon();
                        return;
                    }
                }
                case SUBSCRIBING, CANCELLING -> {
                    if (swap(now, State.WOKEN)) {
                        return;
                    }
                }
                default -> throw new AssertionError("woken while " + now + ": " + future);
            }
        }
    }

    /** Takes the next step: on the loop, or here as far as the stack allows. */
    private void stepSoon() {
        if (loop != null) {
            try {
                loop.execute(this);
            } catch (RejectedExecutionException e) {
                endWithLoop(e);
            }
            return;
        }
        Context context = Context.current();
        if (context.nestedSteps < NESTED_STEPS) {
            context.nestedSteps++;
            try {
                run();
                HotDriver next = context.nestedSteps == 1 ? context.postponed() : null;
                for (; next != null; next = context.postponed()) {
                    next.run();
                }
            } finally {
                context.nestedSteps--;
            }
        } else {
            context.postpone(this);
        }
    }

    /** Passes a request to stop to what the coroutine waits for, or keeps it for the next suspension. Thread-safe. */
    void requestCancel() {
        if (loop != null && Context.current().loop() != loop) {
            requestCancelOn(loop);
            return;
        }
        while (true) {
            State now = state;
            if (now == State.ENDED) {
                return;
            }
            if (now != State.PARKED) {
                cancelRequested = true;
                if (state != State.PARKED) {
                    return;
                }
            } else if (swap(State.PARKED, State.CANCELLING)) {
                passCancelOn();
                return;
            }
        }
    }

    private void requestCancelOn(Executor owner) {
        try {
            owner.execute(this::requestCancel);
        } catch (RejectedExecutionException e) {
            endWithLoop(e);
        }
    }

    private void endWithLoop(RejectedExecutionException rejected) {
        state = State.ENDED;
        future.completeExceptionally(new IllegalStateException(
                "the event loop on which a coroutine was suspended is closed: the coroutine cannot go on", rejected));
    }

    private boolean swap(State expected, State next) {
        return STATE.compareAndSet(this, expected, next);
    }

    private void passCancelOn() {
        cancelRequested = false;
        Suspension source = awaited();
        boolean taken = false;
        try {
            taken = source != null && source.cancel(null);
        } finally {
            if (!taken) {
                cancelRequested = true;
            }
            if (!swap(State.CANCELLING, State.PARKED)) {
                stepSoon();
            }
        }
    }

    @Override
    protected void suspended(Suspension awaited) {
        state = State.SUBSCRIBING;
        try {
            awaited.subscribe(this);
        } catch (Throwable failure) {
            refused = failure;
            wake();
        }
    }

    @Override
    protected void returned(@Nullable Object value) {
        state = State.ENDED;
        future.returned(value);
    }

    @Override
    protected void failed(Throwable failure) {
        state = State.ENDED;
        if (failure instanceof Cancelled) {
            future.cancelled();
        } else {
            future.completeExceptionally(failure);
        }
    }
}
