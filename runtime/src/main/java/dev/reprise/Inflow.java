package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Suspension;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The one kind of {@link AsyncStream}: what its inlets have brought and the consumer has not taken. */
final class Inflow<T extends @Nullable Object> implements AsyncStream<T> {

    private record Arrived<T extends @Nullable Object>(T element, Inlet<T> inlet) {}

    private final String made;
    private final List<Inlet<T>> inlets = new ArrayList<>();
    private final Queue<Arrived<T>> arrived = new ArrayDeque<>();
    private final Walk walk = new Walk();
    private @Nullable EventLoop loop;

    /** Inlets that have not ended. */
    private int open;

    private boolean closing;
    private @Nullable Throwable failure;

    /** The failure, once all inlets have ended, until it is raised. */
    private @Nullable Failure raise;

    private Inflow(String made) {
        this.made = made;
    }

    /** @param ahead how many elements of each source may wait here */
    static <T extends @Nullable Object> Inflow<T> pumping(
            String made, int ahead, Iterable<? extends AsyncIterable<? extends T>> sources) {
        Inflow<T> inflow = new Inflow<>(made);
        for (AsyncIterable<? extends T> source : sources) {
            inflow.inlets.add(new Pump<>(inflow, Objects.requireNonNull(source, "source"), ahead));
        }
        return inflow;
    }

    static <T> Inflow<T> subscribing(Flow.Publisher<? extends T> publisher, int ahead) {
        Inflow<T> inflow = new Inflow<>("from");
        inflow.inlets.add(new Subscribed<>(inflow, Objects.requireNonNull(publisher, "publisher"), ahead));
        return inflow;
    }

    @Override
    public AsyncIterator<T> asyncIterator() {
        return walk;
    }

    @Override
    public Async<@Nullable Void> closeAsync() {
        return new InflowClose(this);
    }

    private void enter(Context context) {
        EventLoop home = loop;
        if (home != null && open > 0) {
            home.checkAwaiting(context, walk);
        }
        if (home == null) {
            if (!(context.loop() instanceof EventLoop running)) {
                throw new IllegalStateException(this + " needs an event loop, and none runs on thread "
                        + Thread.currentThread().getName() + ": read it in a coroutine of EventLoop.run()");
            }
            start(running);
        }
    }

    private void start(EventLoop running) {
        loop = running;
        open = inlets.size();
        for (Inlet<T> inlet : inlets) {
            inlet.task = running.<@Nullable Void>createTask(
                    inlet, TaskOptions.defaults().name("inlet of " + this).eager());
        }
    }

    // ---- for the inlets

    String made() {
        return made;
    }

    /** Whether inlets are to end. */
    boolean isStopping() {
        return closing || failure != null;
    }

    void add(T element, Inlet<T> inlet) {
        if (!closing) {
            arrived.add(new Arrived<>(element, inlet));
            walk.wake();
        }
    }

    /** A source has failed, or an inlet was cancelled. */
    void failed(Throwable raised) {
        Throwable first = failure;
        if (raised instanceof Cancelled && isStopping()) {
            return;
        }
        if (first == null) {
            failure = raised;
            stop("another source of the stream failed: " + raised);
        } else if (first != raised) {
            first.addSuppressed(raised);
        }
    }

    /** An inlet has ended. */
    void ended() {
        open--;
        if (open == 0) {
            Throwable raised = failure;
            if (raised != null) {
                Failure failed = new Failure(raised);
                raise = failed;
                if (loop != null && !(raised instanceof Cancelled)) {
                    loop.failures().add(this, failed, "a stream", null);
                }
            }
            walk.wake();
        }
    }

    private void stop(String reason) {
        for (Inlet<T> inlet : inlets) {
            inlet.stop(reason);
        }
    }

    // ---- for the close

    /** Ends the inlets, which takes a while. */
    List<Task<?>> close(Context context) {
        if (!closing) {
            closing = true;
            arrived.clear();
            enter(context);
            stop("the stream was closed");
            walk.wake();
        }
        List<Task<?>> ending = new ArrayList<>();
        for (Inlet<T> inlet : inlets) {
            if (inlet.task != null) {
                ending.add(inlet.task);
            }
        }
        return ending;
    }

    /** Raises the failure, once. */
    void raiseFailure() {
        Failure raised = raise;
        if (raised != null && !(closing && raised.thrown instanceof Cancelled)) {
            raise = null;
            throw Sneaky.raise(raised.receive());
        }
    }

    @Override
    public String toString() {
        return made + " (" + arrived.size() + " elements waiting"
                + (closing ? ", closed)" : loop == null ? ", not started)" : open == 0 ? ", ended)" : ")");
    }

    /** The iterator of all loops over the stream, what they await, and what they are suspended on. */
    private final class Walk implements AsyncIterator<T>, Awaitable<Boolean>, Suspension {

        private @Nullable T current;

        /** From the suspension of the consumer until it has gone on. */
        private boolean waiting;

        /** Who waits; null from the wake-up on. */
        private @Nullable Driver driver;

        private @Nullable Cancelled cancelled;

        @Override
        public Awaitable<Boolean> advance() {
            return this;
        }

        @Override
        @SuppressWarnings("NullAway") // undefined where no element was moved to
        public T current() {
            return current;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            if (waiting) {
                throw new IllegalStateException(
                        Inflow.this + " is read by another coroutine, which waits for an element: one at a time");
            }
            if (!closing) {
                enter(context);
            }
            if (arrived.isEmpty() && !closing && open > 0) {
                waiting = true;
                return context.suspendOn(this);
            }
            return move();
        }

        private boolean move() {
            Arrived<T> next = arrived.poll();
            if (next == null) {
                current = null;
                if (!closing) {
                    raiseFailure();
                }
                return false;
            }
            current = next.element;
            next.inlet.taken();
            return true;
        }

        @Override
        public void subscribe(Driver awaiting) {
            driver = awaiting;
        }

        void wake() {
            Driver woken = driver;
            driver = null;
            if (woken != null) {
                woken.wake();
            }
        }

        @Override
        public @Nullable Object outcome() {
            waiting = false;
            Cancelled raised = cancelled;
            if (raised != null) {
                cancelled = null;
                throw raised;
            }
            return move();
        }

        @Override
        public boolean cancel(@Nullable String reason) {
            if (driver == null) {
                return false;
            }
            cancelled = new Cancelled(reason);
            wake();
            return true;
        }

        @Override
        public void discard() {
            waiting = false;
            cancelled = null;
        }

        @Override
        public String toString() {
            return "the next element of " + Inflow.this;
        }
    }
}
