package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class PublisherTest extends VirtualLoop {

    private final IOException boom = new IOException("boom");

    private final class Receiver implements Flow.Subscriber<Object> {
        Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Object element) {
            trail.add("next " + element);
        }

        @Override
        public void onError(Throwable failure) {
            trail.add("error " + failure);
        }

        @Override
        public void onComplete() {
            trail.add("complete");
        }
    }

    private final Receiver receiver = new Receiver();

    private void subscribe(AsyncIterable<?> source) {
        onLoop(() -> source.publisher().subscribe(receiver));
        settle();
    }

    private void request(long elements) {
        onLoop(() -> receiver.subscription.request(elements));
        settle();
    }

    private void pass(int seconds) {
        loop.runUntilComplete(Async.sleep(seconds(seconds)));
    }

    private Ticking ticking(int... pauses) {
        return new Ticking(trail, "a", pauses);
    }

    @Test
    void aPublisherAsksItsSourceForWhatWasRequested() {
        subscribe(ticking(0, 0, 0));
        assertThat(trail).isEmpty();
        request(2);
        assertThat(trail).containsExactly("ask a0", "next a0", "ask a1", "next a1");
        request(Long.MAX_VALUE);
        request(Long.MAX_VALUE);
        pass(1);
        assertThat(trail).endsWith("ask a2", "next a2", "a closed", "complete");
    }

    @Test
    void cancellingASubscriptionInterruptsTheSourceAndClosesIt() {
        subscribe(ticking(50));
        request(1);
        onLoop(receiver.subscription::cancel);
        pass(1);
        request(1);
        assertThat(trail).containsExactly("ask a0", "a interrupted", "a closed");
        assertThat(loop.tasks()).isEmpty();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void requestingNothingEndsTheSubscription() {
        subscribe(ticking(50));
        request(1);
        request(0);
        pass(1);
        assertThat(trail).hasSize(4).contains("a interrupted", "a closed");
        assertThat(trail.get(3))
                .startsWith("error java.lang.IllegalArgumentException")
                .contains("3.9");
    }

    @Test
    void aFailureOfTheSourceIsTheSubscribers() {
        subscribe(ticking(0).failing(boom));
        request(9);
        pass(1);
        assertThat(trail).endsWith("a closed", "error " + boom);
        assertThat(unhandled).isEmpty();
    }

    @Test
    void anElementThatIsNullFailsTheSubscription() {
        subscribe(ticking(0).map(element -> (String) null));
        request(1);
        pass(1);
        assertThat(trail.get(2)).startsWith("error java.lang.NullPointerException");
    }

    @Test
    void whatASubscriberThrowsGoesToTheExceptionHandler() {
        IllegalStateException broken = new IllegalStateException("broken");
        onLoop(() -> ticking(0, 0).publisher().subscribe(new Flow.Subscriber<String>() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                given.request(9);
            }

            @Override
            public void onNext(String element) {
                throw broken;
            }

            @Override
            public void onError(Throwable failure) {
                throw new AssertionError(failure);
            }

            @Override
            public void onComplete() {
                throw new AssertionError();
            }
        }));
        pass(2);
        assertThat(unhandled).extracting(UnhandledFailure::exception).containsExactly(broken);
        assertThat(trail).containsExactly("ask a0", "a closed");
    }

    @Test
    void theEndOfTheLoopIsAnErrorForTheSubscriber() {
        subscribe(ticking(50));
        request(1);
        loop.close();
        assertThat(trail).startsWith("ask a0", "a interrupted", "a closed");
        assertThat(trail.get(3)).startsWith("error dev.reprise.Cancelled");
    }

    @Test
    void aPublisherOfAClosedLoopRefusesSubscribers() {
        Flow.Publisher<?>[] made = new Flow.Publisher<?>[1];
        onLoop(() -> made[0] = ticking(1).publisher());
        loop.close();
        made[0].subscribe(receiver);
        assertThat(trail).hasSize(1);
        assertThat(trail.get(0)).startsWith("error java.lang.IllegalStateException");
        assertThatIllegalStateException().isThrownBy(() -> ticking(1).publisher());
    }

    // ---- the other way

    /** A publisher that is told what to give. */
    private final class Source implements Flow.Publisher<String>, Flow.Subscription {
        Flow.Subscriber<? super String> subscriber;

        @Override
        public void subscribe(Flow.Subscriber<? super String> given) {
            subscriber = given;
            given.onSubscribe(this);
        }

        @Override
        public void request(long elements) {
            trail.add("request " + elements);
        }

        @Override
        public void cancel() {
            trail.add("cancel");
        }
    }

    private final Source source = new Source();

    private void read(AsyncStream<String> stream) {
        loop.createTask(stream.forEach(trail::add));
        settle();
    }

    private void give(String... elements) {
        for (String element : elements) {
            source.subscriber.onNext(element);
        }
        settle();
    }

    @Test
    void aPublisherIsAskedForOneElementAtATime() {
        read(AsyncStream.from(source));
        give("x");
        assertThat(trail).containsExactly("request 1", "request 1", "x");
        source.subscriber.onComplete();
        settle();
        assertThat(loop.tasks()).isEmpty();
        assertThat(trail).doesNotContain("cancel");
    }

    @Test
    void aPublisherThatMayBeAheadIsAskedForSeveral() {
        read(AsyncStream.from(source, 4));
        give("x", "y");
        assertThat(trail).containsExactly("request 4", "x", "y");
        give("z");
        assertThat(trail).endsWith("request 3", "z");
    }

    @Test
    void whatWasGivenBeforeAFailureIsReadBeforeIt() {
        AsyncStream<String> stream = AsyncStream.from(source, 4);
        Task<Void> reader = loop.createTask(stream.forEach(trail::add));
        settle();
        source.subscriber.onNext("x");
        source.subscriber.onNext("y");
        source.subscriber.onError(boom);
        assertThatThrownBy(() -> loop.runUntilComplete(reader)).isSameAs(boom);
        assertThat(trail).containsExactly("request 4", "x", "y");
    }

    @Test
    void closingTheStreamCancelsTheSubscription() {
        AsyncStream<String> stream = AsyncStream.from(source);
        read(stream);
        loop.runUntilComplete(stream.closeAsync());
        give("late");
        assertThat(trail).containsExactly("request 1", "cancel");
        assertThat(loop.tasks()).isEmpty();
    }

    @Test
    void closingTheLoopCancelsTheSubscription() {
        read(AsyncStream.from(source));
        loop.close();
        assertThat(trail).containsExactly("request 1", "cancel");
    }

    @Test
    void aPublisherThatGivesMoreThanItWasAskedForFailsTheStream() {
        Task<Void> reader = loop.createTask(AsyncStream.from(source, 2).forEach(element -> {}));
        settle();
        source.subscriber.onNext("x");
        source.subscriber.onNext("y");
        source.subscriber.onNext("z");
        assertThatThrownBy(() -> loop.runUntilComplete(reader))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was not asked for");
        assertThat(trail).contains("cancel");
    }

    @Test
    void thereAndBack() {
        Ticking elements = ticking(1, 0, 2);
        Script<List<String>> program =
                Script.of(nothing -> AsyncStream.from(elements.publisher(), 2).toList());
        assertThat(loop.runUntilComplete(program)).containsExactly("a0", "a1", "a2");
        assertThat(clock.elapsed()).isEqualTo(seconds(4));
    }
}
