package dev.reprise;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
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
import org.opentest4j.TestAbortedException;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.SkipException;
import org.testng.annotations.Test;

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
        return tests(Numbers::new);
    }

    @TestFactory
    Stream<DynamicTest> subscriber() {
        return tests(Reader::new);
    }

    private static Stream<DynamicTest> tests(Supplier<Object> verification) {
        return Arrays.stream(verification.get().getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> dynamicTest(method.getName(), () -> run(verification.get(), method)));
    }

    private static void run(Object verification, Method test) throws Throwable {
        try {
            verification.getClass().getMethod("setUp").invoke(verification);
            test.invoke(verification);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof SkipException skipped) {
                throw new TestAbortedException(skipped.getMessage());
            }
            throw thrown.getCause();
        }
    }

    /**
     * The kit looks for an expected error once, after its poll interval, not until its timeout: its count of the time left
     * is negative from the first look on. So the poll interval is what a busy machine gets.
     */
    private static TestEnvironment environment() {
        return new TestEnvironment(5_000, 50, 2_000);
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

    /** Numbers, some of which have to be waited for. */
    public static final class Numbers extends FlowPublisherVerification<Long> {

        public Numbers() {
            super(environment(), 1_000);
        }

        @Override
        public Flow.Publisher<Long> createFlowPublisher(long count) {
            AsyncIterable<Long> numbers = () -> new AsyncIterator<>() {
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
            return onLoop(numbers::publisher);
        }

        @Override
        public Flow.Publisher<Long> createFailedFlowPublisher() {
            AsyncIterable<Long> broken = () -> {
                throw new IllegalStateException("broken");
            };
            return onLoop(broken::publisher);
        }
    }

    /** The subscriber behind a stream that is read to its end. */
    public static final class Reader extends FlowSubscriberBlackboxVerification<Integer> {

        public Reader() {
            super(environment());
        }

        @Override
        public Flow.Subscriber<Integer> createFlowSubscriber() {
            CompletableFuture<Flow.Subscriber<? super Integer>> subscribed = new CompletableFuture<>();
            EventLoop loop = STARTED.join();
            loop.execute(() -> loop.createTask(
                            AsyncStream.<Integer>from(subscribed::complete).forEach(element -> {}))
                    .onDone(ended -> {
                        if (!ended.isCancelled()) {
                            ended.exception();
                        }
                    }));
            @SuppressWarnings("unchecked") // a subscriber of anything is one of numbers
            Flow.Subscriber<Integer> subscriber = (Flow.Subscriber<Integer>) subscribed.join();
            return subscriber;
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
}
