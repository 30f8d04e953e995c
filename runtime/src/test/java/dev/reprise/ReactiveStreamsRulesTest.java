package dev.reprise;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.SubscriberPuppet;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.WhiteboxSubscriberProbe;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.reactivestreams.tck.flow.FlowSubscriberWhiteboxVerification;

/** The test kit of Reactive Streams, for both directions. What it cannot or need not test is reported as skipped. */
class ReactiveStreamsRulesTest {

    private static final CompletableFuture<EventLoop> STARTED = new CompletableFuture<>();
    private static final Thread THREAD = new Thread(ReactiveStreamsRulesTest::runLoop, "loop");

    private static final ExecutorService PUBLISHERS = Executors.newCachedThreadPool();

    private static void runLoop() {
        try (EventLoop loop = EventLoop.open()) {
            STARTED.complete(loop);
            loop.runForever();
        }
    }

    @BeforeAll
    static void startLoop() {
        THREAD.start();
    }

    @AfterAll
    static void stopLoop() throws InterruptedException {
        EventLoop loop = STARTED.join();
        loop.execute(loop::stop);
        THREAD.join();
        PUBLISHERS.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> publisher() {
        return ReactiveStreamsKit.tests(Numbers::new);
    }

    @TestFactory
    Stream<DynamicTest> publisherOfAFacade() {
        return ReactiveStreamsKit.tests(Facade::new);
    }

    @TestFactory
    Stream<DynamicTest> subscriber() {
        return ReactiveStreamsKit.tests(Reader::new);
    }

    @TestFactory
    Stream<DynamicTest> subscriberFromWithin() {
        return ReactiveStreamsKit.tests(WatchedReader::new);
    }

    private static <T> T onLoop(Supplier<T> code) {
        CompletableFuture<T> done = new CompletableFuture<>();
        STARTED.join().execute(() -> {
            try {
                done.complete(code.get());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.join();
    }

    /** Numbers up to {@code count}, some of which have to be waited for. */
    private static AsyncIterable<Long> numbers(long count) {
        return () -> new AsyncIterator<>() {
            private long next;

            @Override
            public Awaitable<Boolean> advance() {
                boolean there = next++ < count;
                return next % 3 == 0 ? Async.sleep(Duration.ZERO, there) : Async.of(there);
            }

            @Override
            public Long current() {
                return next;
            }
        };
    }

    /** The publisher that a coroutine gets. */
    public static final class Numbers extends FlowPublisherVerification<Long> {

        public Numbers() {
            super(ReactiveStreamsKit.environment(), 1_000);
        }

        @Override
        public Flow.Publisher<Long> createFlowPublisher(long count) {
            return onLoop(numbers(count)::publisher);
        }

        @Override
        public Flow.Publisher<Long> createFailedFlowPublisher() {
            AsyncIterable<Long> broken = () -> {
                throw new IllegalStateException("broken");
            };
            return onLoop(broken::publisher);
        }
    }

    /** The publisher that a facade gives to threads that know no loop. */
    public static final class Facade extends FlowPublisherVerification<Long> {
        private final FacadeLoop loop = FacadeLoop.on(STARTED.join());

        public Facade() {
            super(ReactiveStreamsKit.environment(), 1_000);
        }

        @Override
        public Flow.Publisher<Long> createFlowPublisher(long count) {
            return loop.publisher(() -> numbers(count));
        }

        @Override
        public Flow.Publisher<Long> createFailedFlowPublisher() {
            return loop.publisher(() -> {
                throw new IllegalStateException("broken");
            });
        }
    }

    /** The subscriber behind a stream that is read to its end. */
    public static final class Reader extends FlowSubscriberBlackboxVerification<Integer> {

        public Reader() {
            super(ReactiveStreamsKit.environment());
        }

        @Override
        public Flow.Subscriber<Integer> createFlowSubscriber() {
            return Reading.start().subscriber();
        }

        @Override
        public void triggerFlowRequest(Flow.Subscriber<? super Integer> subscriber) {
            // it reads all the time
        }

        @Override
        public ExecutorService publisherExecutorService() {
            return PUBLISHERS;
        }

        @Override
        public Integer createElement(int element) {
            return element;
        }
    }

    /** The same, watched while it gets its signals, and told to cancel. */
    public static final class WatchedReader extends FlowSubscriberWhiteboxVerification<Integer> {

        public WatchedReader() {
            super(ReactiveStreamsKit.environment());
        }

        @Override
        protected Flow.Subscriber<Integer> createFlowSubscriber(WhiteboxSubscriberProbe<Integer> probe) {
            return new Watched(Reading.start(), probe);
        }

        @Override
        public ExecutorService publisherExecutorService() {
            return PUBLISHERS;
        }

        @Override
        public Integer createElement(int element) {
            return element;
        }
    }

    /** Passes signals on, and tells the kit of each one that has been taken. */
    private record Watched(Reading reading, WhiteboxSubscriberProbe<Integer> probe)
            implements Flow.Subscriber<Integer> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reading.subscriber().onSubscribe(subscription);
            probe.registerOnSubscribe(new SubscriberPuppet() {
                @Override
                public void triggerRequest(long elements) {
                    // it reads all the time
                }

                @Override
                public void signalCancel() {
                    reading.close();
                }
            });
        }

        @Override
        public void onNext(Integer element) {
            reading.subscriber().onNext(element);
            probe.registerOnNext(element);
        }

        @Override
        public void onError(Throwable failure) {
            reading.subscriber().onError(failure);
            probe.registerOnError(failure);
        }

        @Override
        public void onComplete() {
            reading.subscriber().onComplete();
            probe.registerOnComplete();
        }
    }

    /** A stream that a task reads to its end, and the subscriber that feeds it. */
    private record Reading(AsyncStream<Integer> stream, Flow.Subscriber<Integer> subscriber) {

        @SuppressWarnings("unchecked") // a subscriber of anything is one of numbers
        static Reading start() {
            CompletableFuture<Flow.Subscriber<? super Integer>> subscribed = new CompletableFuture<>();
            AsyncStream<Integer> stream = AsyncStream.<Integer>from(subscribed::complete);
            run(() -> stream.forEach(element -> {}));
            return new Reading(stream, (Flow.Subscriber<Integer>) subscribed.join());
        }

        void close() {
            run(stream::closeAsync);
        }

        /** Starts a task of the loop whose failure is expected. */
        private static void run(Supplier<Async<?>> coroutine) {
            EventLoop loop = STARTED.join();
            loop.execute(() -> loop.createTask(coroutine.get()).onDone(ended -> {
                if (!ended.isCancelled()) {
                    ended.exception();
                }
            }));
        }
    }
}
