package dev.reprise;

import dev.reprise.frame.Context;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** One subscription to a {@link LoopPublisher}, and the coroutine that serves it. */
final class Publication<T extends @Nullable Object> extends HandWritten<@Nullable Void> implements Flow.Subscription {

    private static final int DEMAND = 1;
    private static final int ELEMENT = 2;
    private static final int CLOSE = 3;

    private final EventLoop loop;
    private final AsyncIterable<T> source;
    private final Demand demand = new Demand();
    private Flow.@Nullable Subscriber<? super T> subscriber;
    private @Nullable AsyncIterator<T> iterator;
    private @Nullable RunningTask<@Nullable Void> task;

    /** The subscriber wants no more signals. */
    private volatile boolean cancelled;

    /** What the subscription ends with although the source does not. */
    private @Nullable Throwable refusal;

    /** How the subscription ends, once that is known; null for a completion. */
    private @Nullable Throwable failure;

    private boolean ending;

    Publication(EventLoop loop, AsyncIterable<T> source, Flow.Subscriber<? super T> subscriber) {
        this.loop = loop;
        this.source = source;
        this.subscriber = subscriber;
    }

    /** Starts the coroutine; on the loop's thread. */
    void begin() {
        task = (RunningTask<@Nullable Void>)
                loop.createTask(this, TaskOptions.defaults().name(toString()).eager());
    }

    // ---- the coroutine

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable raised) throws Throwable {
        Flow.Subscriber<? super T> receiver = subscriber;
        if (receiver == null) {
            throw new AssertionError("ended: " + this);
        }
        if (await == CLOSE) {
            return last(receiver, raised);
        }
        if (raised != null) {
            return end(raised);
        }
        if (await == CREATED && !signal(() -> receiver.onSubscribe(this))) {
            return end(null);
        }
        if (!isWanted()) {
            return end(null);
        }
        try {
            AsyncIterator<T> elements = iterator;
            if (elements == null) {
                elements = source.asyncIterator();
                iterator = elements;
            } else if (await == ELEMENT) {
                if (!Boolean.TRUE.equals(value)) {
                    return end(null);
                }
                T element = elements.current();
                if (element == null) {
                    return end(new NullPointerException(source + " gave null, which a publisher cannot pass on"));
                }
                demand.served();
                if (!signal(() -> receiver.onNext(element)) || !isWanted()) {
                    return end(null);
                }
            }
            return demand.exists() ? awaiting(ELEMENT, elements.advance()) : awaiting(DEMAND, demand);
        } catch (Throwable broken) {
            return end(broken);
        }
    }

    private boolean isWanted() {
        return !cancelled && refusal == null;
    }

    /** Gives a signal; a subscriber that throws has cancelled. */
    private boolean signal(Runnable given) {
        try {
            given.run();
            return true;
        } catch (Throwable broken) {
            cancelled = true;
            report("a subscriber threw an exception, and its subscription is cancelled", broken);
            return false;
        }
    }

    private void report(String message, Throwable raised) {
        loop.callExceptionHandler(new UnhandledFailure(message, raised, task, null));
    }

    private @Nullable Object end(@Nullable Throwable raised) {
        ending = true;
        endsWith(refusal);
        if (isWanted() || !(raised instanceof Cancelled)) {
            endsWith(raised);
        }
        AsyncCloseable closeable = AsyncView.closeable(source);
        if (closeable != null) {
            return awaiting(CLOSE, closeable.closeAsync());
        }
        Flow.Subscriber<? super T> receiver = subscriber;
        return receiver == null ? null : last(receiver, null);
    }

    private void endsWith(@Nullable Throwable raised) {
        if (raised == null) {
            return;
        }
        if (failure == null) {
            failure = raised;
        } else if (failure != raised) {
            failure.addSuppressed(raised);
        }
    }

    /** @param raised by the close of the source */
    private @Nullable Object last(Flow.Subscriber<? super T> receiver, @Nullable Throwable raised) {
        endsWith(raised);
        Throwable ended = failure;
        if (cancelled) {
            if (ended != null && !(ended instanceof Cancelled)) {
                report("the source of a cancelled subscription failed", ended);
            }
        } else if (ended == null) {
            signal(receiver::onComplete);
        } else {
            signal(() -> receiver.onError(ended));
        }
        return null;
    }

    @Override
    String method() {
        return "publisher";
    }

    @Override
    protected void release() {
        subscriber = null;
        iterator = null;
        failure = null;
    }

    // ---- the subscription

    @Override
    public void request(long elements) {
        onLoop(() -> {
            if (elements > 0) {
                demand.add(elements);
            } else if (isWanted()) {
                refusal = new IllegalArgumentException(
                        "a subscriber requested " + elements + " elements: request 1 or more (rule 3.9)");
                interrupt();
            }
        });
    }

    @Override
    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            onLoop(this::interrupt);
        }
    }

    private void onLoop(Runnable step) {
        if (loop.isOwnThread()) {
            step.run();
        } else {
            // a loop that is closed has ended the subscription
            loop.core().inbox().post(step);
        }
    }

    private void interrupt() {
        if (task != null && !task.isRunning() && !ending) {
            task.cancel(cancelled ? "the subscription was cancelled" : "the subscription is at its end");
        }
    }

    @Override
    public String toString() {
        return "subscription to " + source;
    }

    /** What was requested and not given, and the wait for more. */
    private static final class Demand extends Gate {

        private long left;

        boolean exists() {
            return left > 0;
        }

        /** A sum beyond what a long holds is as good as no bound. */
        void add(long elements) {
            long sum = left + elements;
            left = sum < 0 ? Long.MAX_VALUE : sum;
            open();
        }

        void served() {
            if (left != Long.MAX_VALUE) {
                left--;
            }
        }

        @Override
        public String toString() {
            return "a request of the subscriber";
        }
    }
}
