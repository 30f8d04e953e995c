package dev.reprise.it.fuzz;

import dev.reprise.GeneratorEnd;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * An async generator of the plain form: its body runs on a thread of its own, and only while the consumer waits for it.
 */
public final class PlainGenerator implements PlainElements, AutoCloseable {

    private static final ThreadLocal<@Nullable PlainGenerator> RUNNING = new ThreadLocal<>();

    /** Those of this run whose body is suspended. */
    private static final Queue<PlainGenerator> SUSPENDED = new ArrayDeque<>();

    private static boolean abandoning;

    private enum State {
        CREATED,
        SUSPENDED,
        ENDED
    }

    private enum Did {
        GIVE,
        END,
        FAIL
    }

    /** What goes from the consumer to the body: the outcome of a yield. */
    private record Order(@Nullable Object value, @Nullable Throwable failure) {}

    /** What comes back. */
    private record Report(
            Did did, @Nullable Object value, @Nullable Throwable failure) {}

    private final SynchronousQueue<Order> orders = new SynchronousQueue<>();
    private final SynchronousQueue<Report> reports = new SynchronousQueue<>();
    private final Gate.Body<?> body;
    private State state = State.CREATED;

    PlainGenerator(Gate.Body<?> body) {
        this.body = body;
    }

    /** The generator whose body the calling thread runs. */
    static @Nullable PlainGenerator running() {
        return RUNNING.get();
    }

    /** Ends the threads of all generators that are suspended. */
    static void abandonAll() {
        abandoning = true;
        for (PlainGenerator next = SUSPENDED.poll(); next != null; next = SUSPENDED.poll()) {
            if (next.state == State.SUSPENDED) {
                next.exchange(new Order(null, new Gate.Closing()));
            }
        }
        abandoning = false;
    }

    /** Hands a value to the consumer; what that does about it comes back. */
    @Nullable Object give(@Nullable Object value) throws Throwable {
        if (abandoning) {
            throw new Gate.Closing();
        }
        put(reports, new Report(Did.GIVE, value, null));
        Order order = take(orders);
        if (order.failure != null) {
            throw order.failure;
        }
        return order.value;
    }

    private Report pull(@Nullable Object sent, @Nullable Throwable thrown) throws Throwable {
        if (state == State.CREATED && thrown == null && sent != null) {
            throw new IllegalStateException("sent to a generator that was not started");
        }
        if (state == State.CREATED && thrown != null) {
            state = State.ENDED;
        }
        if (state == State.ENDED || abandoning) {
            return thrown == null ? new Report(Did.END, null, null) : new Report(Did.FAIL, null, thrown);
        }
        Report report = exchange(new Order(sent, thrown));
        return report.failure instanceof GeneratorEnd
                ? new Report(Did.FAIL, null, new IllegalStateException("the end of another generator came out"))
                : report;
    }

    private Report exchange(Order order) {
        if (state == State.CREATED) {
            Thread thread = new Thread(this::run, "generator");
            thread.setDaemon(true);
            thread.start();
        } else {
            put(orders, order);
        }
        Report report = take(reports);
        state = report.did == Did.GIVE ? State.SUSPENDED : State.ENDED;
        if (state == State.SUSPENDED && !abandoning) {
            SUSPENDED.remove(this);
            SUSPENDED.add(this);
        }
        return report;
    }

    private void run() {
        RUNNING.set(this);
        Report end;
        try {
            body.get();
            end = new Report(Did.END, null, null);
        } catch (Throwable failure) {
            end = new Report(Did.FAIL, null, failure);
        }
        put(reports, end);
    }

    private static <T> void put(SynchronousQueue<T> queue, T message) {
        try {
            queue.put(message);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T take(SynchronousQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public Object next() throws Throwable {
        return value(pull(null, null));
    }

    public Object send(@Nullable Object value) throws Throwable {
        return value(pull(value, null));
    }

    public Object throwInto(Throwable failure) throws Throwable {
        return value(pull(null, failure));
    }

    private static Object value(Report report) throws Throwable {
        return switch (report.did) {
            case GIVE -> report.value;
            case END -> throw new GeneratorEnd(null);
            case FAIL -> throw report.failure;
        };
    }

    @Override
    public void close() {
        Gate.Closing closing = new Gate.Closing();
        Report report;
        try {
            report = pull(null, closing);
        } catch (Throwable failure) {
            throw Gate.raise(failure);
        }
        if (report.did == Did.GIVE) {
            throw new IllegalStateException("yielded while it was being closed");
        }
        if (report.did == Did.FAIL && report.failure != closing) {
            throw Gate.raise(report.failure);
        }
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private @Nullable Object value;

            @Override
            public boolean hasNext() {
                Report report;
                try {
                    report = pull(null, null);
                } catch (Throwable failure) {
                    throw Gate.raise(failure);
                }
                if (report.did == Did.FAIL) {
                    throw Gate.raise(report.failure);
                }
                value = report.value;
                return report.did == Did.GIVE;
            }

            @Override
            public Object next() {
                return value;
            }
        };
    }
}
