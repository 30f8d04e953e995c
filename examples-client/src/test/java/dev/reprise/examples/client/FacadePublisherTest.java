package dev.reprise.examples.client;

import dev.reprise.ReactiveStreamsKit;
import dev.reprise.examples.library.FeedFutures;
import dev.reprise.examples.library.Primes;
import dev.reprise.examples.library.PrimesFutures;
import dev.reprise.examples.library.Ticks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** The publishers of generated facades keep the rules of Reactive Streams. */
class FacadePublisherTest {

    private static final List<FeedFutures<Long>> FEEDS = new ArrayList<>();

    private static PrimesFutures primes;

    @BeforeAll
    static void open() {
        primes = new PrimesFutures(new Primes());
    }

    @AfterAll
    static void close() {
        primes.close();
        FEEDS.forEach(FeedFutures::close);
    }

    @TestFactory
    Stream<DynamicTest> ofAClass() {
        return ReactiveStreamsKit.tests(FirstPrimes::new);
    }

    @TestFactory
    Stream<DynamicTest> ofAnInterface() {
        return ReactiveStreamsKit.tests(TicksOfAFeed::new);
    }

    /** All publishers come from one facade and share its thread. */
    public static final class FirstPrimes extends FlowPublisherVerification<Long> {

        public FirstPrimes() {
            super(ReactiveStreamsKit.environment(), 1_000);
        }

        @Override
        public Flow.Publisher<Long> createFlowPublisher(long elements) {
            return primes.first(elements);
        }

        @Override
        public Flow.Publisher<Long> createFailedFlowPublisher() {
            return primes.first(-1);
        }
    }

    /** A facade for each publisher. */
    public static final class TicksOfAFeed extends FlowPublisherVerification<Long> {

        public TicksOfAFeed() {
            super(ReactiveStreamsKit.environment(), 1_000);
        }

        @Override
        public Flow.Publisher<Long> createFlowPublisher(long elements) {
            return ticks(elements);
        }

        @Override
        public Flow.Publisher<Long> createFailedFlowPublisher() {
            return ticks(-1);
        }

        private static Flow.Publisher<Long> ticks(long from) {
            FeedFutures<Long> feed = new FeedFutures<>(new Ticks(from, Duration.ZERO));
            FEEDS.add(feed);
            return feed.entries();
        }
    }
}
