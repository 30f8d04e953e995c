package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Brings the elements of a {@link Flow.Publisher}, as many as there is room for. */
final class Subscribed<T> extends Inlet<T> {

    private final Flow.Publisher<? extends T> publisher;
    private final End end = new End();
    private Flow.@Nullable Subscription subscription;

    /** Elements that were asked for and have not come. */
    private int asked;

    /** Elements that were taken and not asked for again. */
    private int taken;

    Subscribed(Inflow<T> inflow, Flow.Publisher<? extends T> publisher, int ahead) {
        super(inflow, ahead);
        this.publisher = publisher;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) {
        if (await == CREATED && !inflow.isStopping()) {
            try {
                publisher.subscribe(new Receiver(EventLoop.current()));
                return awaiting(1, end);
            } catch (Throwable raised) {
                end.reach(raised);
                inflow.failed(raised);
            }
        }
        ending = true;
        end.reach(null);
        if (failure != null) {
            cancelSubscription();
            inflow.failed(failure);
        }
        ended(null);
        return null;
    }

    @Override
    void taken() {
        taken++;
        if (taken > ahead / 2 && !end.reached) {
            request(taken);
        }
    }

    private void request(int elements) {
        Flow.Subscription asking = subscription;
        taken = 0;
        asked += elements;
        try {
            if (asking != null) {
                asking.request(elements);
            }
        } catch (Throwable broken) {
            end.reach(broken);
        }
    }

    private void subscribed(Flow.Subscription given) {
        if (subscription != null || end.reached) {
            given.cancel();
            return;
        }
        subscription = given;
        request(ahead);
    }

    private void received(T element) {
        if (end.reached) {
            return;
        }
        if (asked == 0) {
            end.reach(new IllegalStateException(publisher + " gave an element that it was not asked for"));
            return;
        }
        asked--;
        inflow.add(element, this);
    }

    /** The publisher has given its last signal. */
    private void terminated(@Nullable Throwable failure) {
        subscription = null;
        end.reach(failure);
    }

    private void cancelSubscription() {
        Flow.Subscription cancelled = subscription;
        if (cancelled != null) {
            try {
                cancelled.cancel();
            } catch (Throwable broken) {
                inflow.failed(broken);
            }
        }
    }

    @Override
    protected void release() {
        subscription = null;
    }

    /** Passes signals of any thread on to the loop, in their order. */
    private final class Receiver implements Flow.Subscriber<T> {

        private final EventLoop loop;

        Receiver(EventLoop loop) {
            this.loop = loop;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            Objects.requireNonNull(given, "subscription");
            if (!loop.core().inbox().post(() -> subscribed(given))) {
                given.cancel();
            }
        }

        @Override
        public void onNext(T element) {
            Objects.requireNonNull(element, "element");
            loop.core().inbox().post(() -> received(element));
        }

        @Override
        public void onError(Throwable failure) {
            Objects.requireNonNull(failure, "failure");
            loop.core().inbox().post(() -> terminated(failure));
        }

        @Override
        public void onComplete() {
            loop.core().inbox().post(() -> terminated(null));
        }
    }

    /** The wait for the publisher's last signal. */
    private final class End implements Awaitable<@Nullable Void>, Suspension {

        private boolean reached;
        private @Nullable Throwable failure;
        private @Nullable Driver driver;

        void reach(@Nullable Throwable raised) {
            if (!reached) {
                reached = true;
                failure = raised;
                Driver woken = driver;
                driver = null;
                if (woken != null) {
                    woken.wake();
                }
            }
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            return context.suspendOn(this);
        }

        @Override
        public void subscribe(Driver awaiting) {
            driver = awaiting;
        }

        @Override
        public @Nullable Object outcome() throws Throwable {
            if (failure != null) {
                throw failure;
            }
            return null;
        }

        @Override
        public boolean cancel(@Nullable String reason) {
            if (reached) {
                return false;
            }
            reach(new Cancelled(reason));
            return true;
        }

        @Override
        public String toString() {
            return "the elements of " + publisher;
        }
    }
}
