package dev.reprise;

import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The publisher of {@link AsyncIterable#publisher}: each subscription is a task of the loop. */
record LoopPublisher<T extends @Nullable Object>(AsyncIterable<T> source, EventLoop loop) implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        Publication<T> publication = new Publication<>(loop, source, subscriber);
        if (!loop.core().inbox().post(publication::begin)) {
            subscriber.onSubscribe(NOTHING);
            subscriber.onError(new IllegalStateException("the event loop of " + this + " is closed"));
        }
    }

    private static final Flow.Subscription NOTHING = new Flow.Subscription() {
        @Override
        public void request(long elements) {
            // there are none
        }

        @Override
        public void cancel() {
            // it has ended
        }
    };

    @Override
    public String toString() {
        return "publisher of " + source;
    }
}
