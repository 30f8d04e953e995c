package dev.reprise.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.Counting;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Promise;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HotFutureTest {

    private final List<Object> trail = new ArrayList<>();

    private static <T> Async<T> stage(CompletionStage<T> stage) {
        return Async.from(stage);
    }

    @Test
    void runsAtOnceUpToItsFirstSuspension_andGoesOnWhereItsFutureIsCompleted() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> hot = HotFuture.start(Script.<String>of(nothing -> {
                    trail.add("started");
                    return stage(source);
                })
                .then(value -> {
                    trail.add(Thread.currentThread().getName());
                    return Async.of(value + "!");
                }));
        assertThat(trail).containsExactly("started");
        Thread completer = new Thread(() -> source.complete("value"), "completer");
        completer.start();
        completer.join();
        assertThat(hot).isCompletedWithValue("value!");
        assertThat(trail).containsExactly("started", "completer");
    }

    @Test
    void whatIsDoneDoesNotSuspend() {
        assertThat(HotFuture.start(Script.<String>of(nothing -> stage(CompletableFuture.completedFuture("here")))))
                .isCompletedWithValue("here");
    }

    @Test
    void failuresAreUnwrappedToTheSameInstance() {
        IOException failure = new IOException("boom");
        CompletableFuture<String> later = new CompletableFuture<>();
        CompletableFuture<String> dependent = later.thenApply(value -> value);
        for (CompletableFuture<String> failed : List.of(
                CompletableFuture.<String>failedFuture(failure),
                CompletableFuture.<String>failedFuture(new CompletionException(failure)),
                CompletableFuture.<String>failedFuture(new CompletionException(new ExecutionException(failure))),
                dependent)) {
            HotFuture.start(Script.of(nothing -> stage(failed)).recover(raised -> {
                trail.add(raised);
                return Async.done();
            }));
        }
        later.completeExceptionally(failure);
        assertThat(trail).hasSize(4).allMatch(raised -> raised == failure);
        assertThatThrownBy(() -> HotFuture.start(Script.of(nothing -> Async.failed(failure)))
                        .get())
                .isInstanceOf(ExecutionException.class)
                .satisfies(e -> assertThat(e.getCause()).isSameAs(failure));
    }

    @Test
    void aMinimalStageCanBeAwaited() {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> hot =
                HotFuture.start(Script.<String>of(nothing -> stage(source.minimalCompletionStage())));
        assertThat(hot).isNotDone();
        source.complete("value");
        assertThat(hot).isCompletedWithValue("value");
    }

    @Test
    void cancellingAWaitForAMinimalStageEndsTheWaitOnly() {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> hot =
                HotFuture.start(Script.<String>of(nothing -> stage(source.minimalCompletionStage())));
        assertThat(hot.cancel(true)).isTrue();
        assertThat(hot).isCancelled();
        assertThat(source).isNotDone();
        source.complete("late");
        assertThat(hot).isCancelled();
    }

    @Test
    void cancelGoesDownToTheInnermostAwait_andIsSeenThereFirst() {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> inner =
                HotFuture.start(Script.<String>of(nothing -> stage(source)).recover(raised -> {
                    trail.add("inner " + raised.getClass().getSimpleName());
                    throw raised;
                }));
        CompletableFuture<String> outer =
                HotFuture.start(Script.<String>of(nothing -> stage(inner)).recover(raised -> {
                    trail.add("outer " + raised.getClass().getSimpleName());
                    throw raised;
                }));
        assertThat(outer.cancel(true)).isTrue();
        assertThat(source).isCancelled();
        assertThat(inner).isCancelled();
        assertThat(outer).isCancelled();
        assertThat(outer.cancel(true)).isTrue();
        assertThat(trail).containsExactly("inner Cancelled", "outer Cancelled");
    }

    @Test
    void whoCatchesTheCancellationEndsNormally() {
        CompletableFuture<String> hot = HotFuture.start(
                Script.<String>of(nothing -> stage(new CompletableFuture<>())).recover(raised -> Async.of("kept")));
        hot.cancel(true);
        assertThat(hot).isCompletedWithValue("kept");
        assertThat(hot.cancel(true)).isFalse();
    }

    @Test
    void aFutureThatIsCancelledBySomebodyElseIsAnOrdinaryFailure() {
        CompletableFuture<String> source = new CompletableFuture<>();
        HotFuture.start(Script.of(nothing -> stage(source)).recover(raised -> {
            trail.add(raised.getClass().getSimpleName());
            return Async.done();
        }));
        source.cancel(true);
        assertThat(trail).containsExactly("CancellationException");
    }

    @Test
    void cancelledWhileItRuns_itIsCancelledAtTheNextSuspension() {
        AtomicReference<CompletableFuture<String>> self = new AtomicReference<>();
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        self.set(HotFuture.start(Script.<String>of(nothing -> stage(first)).then(value -> {
            self.get().cancel(true);
            trail.add("still running");
            return stage(second);
        })));
        first.complete("go");
        assertThat(trail).containsExactly("still running");
        assertThat(second).isCancelled();
        assertThat(self.get()).isCancelled();
    }

    @Test
    void startedOnALoop_itGoesOnThere() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (EventLoop loop = EventLoop.open()) {
            Thread owner = Thread.currentThread();
            Object value = loop.runUntilComplete(Script.of(nothing ->
                    stage(HotFuture.start(Script.of(none -> stage(CompletableFuture.supplyAsync(() -> "value", other)))
                            .then(received -> {
                                assertThat(Thread.currentThread()).isSameAs(owner);
                                return Script.of(none -> Async.sleep(Duration.ofMillis(1)))
                                        .then(none -> Async.of(received));
                            })))));
            assertThat(value).isEqualTo("value");
        } finally {
            other.shutdown();
        }
    }

    @Test
    void onALoop_aFutureOfTheLoopGoesOnInALaterTurn() {
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()))) {
            CompletableFuture<String> source = new CompletableFuture<>();
            loop.runUntilComplete(Script.of(nothing -> {
                        HotFuture.start(Script.of(none -> stage(source)).then(value -> {
                            trail.add("resumed");
                            return Async.done();
                        }));
                        source.complete("x");
                        trail.add("completed");
                        return Async.sleep(Duration.ZERO);
                    })
                    .then(nothing -> Async.sleep(Duration.ZERO)));
            assertThat(trail).containsExactly("completed", "resumed");
        }
    }

    @Test
    void onALoop_cancellingATaskReachesTheFutureItAwaits() {
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()))) {
            Task<Object> task = loop.createTask(Script.of(nothing ->
                    stage(HotFuture.start(Script.of(none -> Async.sleep(Duration.ofHours(1)))
                            .recover(raised -> {
                                trail.add(raised.getMessage());
                                return Script.of(none -> Async.sleep(Duration.ofSeconds(1)))
                                        .then(none -> Async.failed(raised));
                            })))));
            loop.runUntilComplete(new Counting(3, i -> Async.sleep(Duration.ZERO)));
            task.cancel("why");
            assertThatThrownBy(() -> loop.runUntilComplete(task))
                    .isInstanceOf(Cancelled.class)
                    .hasMessage("why");
            assertThat(trail).hasSize(1);
        }
    }

    @Test
    void aLoopThatIsClosedMeanwhileFailsTheFuture() {
        CompletableFuture<String> source = new CompletableFuture<>();
        List<CompletableFuture<String>> hot = new ArrayList<>();
        EventLoop.run(Script.doing(() -> hot.add(HotFuture.start(Script.<String>of(nothing -> stage(source))))));
        source.complete("too late");
        assertThatThrownBy(hot.get(0)::join)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void offALoop_whatBelongsToALoopCannotBeAwaited() {
        try (EventLoop loop = EventLoop.open()) {
            Promise<String> promise = loop.promise();
            Task<String> task = loop.createTask(Script.awaiting(promise));
            for (Async<?> awaiting :
                    List.of(Async.sleep(Duration.ofSeconds(1)), Script.awaiting(promise), Script.awaiting(task))) {
                CompletableFuture<Object> hot = HotFuture.start(Script.awaiting(awaiting));
                assertThatThrownBy(hot::join)
                        .hasCauseInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(" runs");
            }
        }
    }

    @Test
    void tenMillionAwaitsInOneLoop_neitherStackNorMemory() {
        int rounds = 10_000_000;
        CompletableFuture<Integer> hot = HotFuture.start(new Counting(rounds, i -> new CompletesWhileSubscribing()));
        assertThat(hot).isCompletedWithValue(rounds);
    }

    /** Wakes its driver from within {@code subscribe}. */
    private static final class CompletesWhileSubscribing extends Async<Object> implements Suspension {
        @Override
        public Object awaitIn(Context context) {
            return context.suspendOn(this);
        }

        @Override
        public void subscribe(Driver driver) {
            driver.wake();
        }

        @Override
        public Object outcome() {
            return "";
        }

        @Override
        public boolean cancel(String reason) {
            return false;
        }
    }

    @Test
    void awaitsThatRaceWithTheirCompletion() {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            int rounds = 200_000;
            CompletableFuture<Integer> hot = HotFuture.start(new Counting(rounds, i -> {
                CompletableFuture<String> racing = new CompletableFuture<>();
                other.execute(() -> racing.complete(""));
                return stage(racing);
            }));
            assertThat(hot.join()).isEqualTo(rounds);
        } finally {
            other.shutdown();
        }
    }

    @Test
    void cancellationsThatRaceWithCompletionsEndEveryFuture() throws Exception {
        ExecutorService other = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 20_000; i++) {
                CompletableFuture<String> racing = new CompletableFuture<>();
                CompletableFuture<Object> hot = HotFuture.start(
                        Script.of(nothing -> stage(racing)).then(value -> stage(new CompletableFuture<>())));
                other.execute(() -> racing.complete(""));
                other.execute(() -> hot.cancel(true));
                assertThatThrownBy(hot::join).isInstanceOf(java.util.concurrent.CancellationException.class);
            }
        } finally {
            other.shutdown();
        }
    }

    @Test
    void aLongChainOfFuturesIsResumedWithoutUsingTheStack() {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> last = source;
        for (int i = 0; i < 100_000; i++) {
            CompletableFuture<String> awaited = last;
            last = HotFuture.start(Script.<String>of(nothing -> stage(awaited)));
        }
        source.complete("value");
        assertThat(last).isCompletedWithValue("value");
    }

    @Test
    void whatCannotBeSubscribedToFailsTheAwait() {
        IllegalStateException refusal = new IllegalStateException("refused");
        CompletableFuture<String> refusing = new CompletableFuture<>() {
            @Override
            public CompletableFuture<String> whenComplete(
                    java.util.function.BiConsumer<? super String, ? super Throwable> action) {
                throw refusal;
            }
        };
        CompletableFuture<Object> hot =
                HotFuture.start(Script.of(nothing -> stage(refusing)).recover(raised -> Async.of(raised)));
        assertThat(hot).isCompletedWithValue(refusal);
        try (EventLoop loop = EventLoop.open()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> loop.runUntilComplete(Script.of(nothing -> stage(refusing))))
                    .isSameAs(refusal);
        }
    }
}
