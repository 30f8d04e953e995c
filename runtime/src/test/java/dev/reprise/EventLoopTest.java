package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventLoopTest extends VirtualLoop {

    @Test
    void a093_aCallbackScheduledByACallbackRunsInTheNextTurn() {
        loop.callSoon(() -> {
            trail.add("one");
            loop.callSoon(() -> trail.add("nested"));
        });
        loop.callSoon(() -> trail.add("two"));
        loop.stop();
        loop.runForever();
        assertThat(trail).containsExactly("one", "two");
        loop.stop();
        loop.runForever();
        assertThat(trail).containsExactly("one", "two", "nested");
    }

    @Test
    void a094_timersRunInTheOrderOfTheirDeadlines_thoseOfOneDeadlineInTheOrderOfCalls() {
        loop.callLater(seconds(2), () -> trail.add("two"));
        loop.callAt(loop.time() + seconds(1).toNanos(), () -> trail.add("one"));
        for (int i = 0; i < 100; i++) {
            String name = "three " + i;
            loop.callLater(seconds(3), () -> trail.add(name));
        }
        loop.callLater(seconds(3), loop::stop);
        loop.runForever();
        assertThat(trail)
                .startsWith("one", "two", "three 0", "three 1")
                .hasSize(102)
                .endsWith("three 99");
    }

    @Test
    void a094_aCancelledCallNeverRuns() {
        Handle soon = loop.callSoon(() -> trail.add("soon"));
        Handle later = loop.callLater(seconds(1), () -> trail.add("later"));
        soon.cancel();
        later.cancel();
        later.cancel();
        loop.runUntilComplete(Async.sleep(seconds(2)));
        assertThat(trail).isEmpty();
        assertThat(soon.isCancelled()).isTrue();
        assertThat(later.isCancelled()).isTrue();
    }

    @Test
    void a095_anotherThreadWakesASleepingLoop() throws Exception {
        try (EventLoop real = EventLoop.open()) {
            real.callLater(Duration.ofHours(1), () -> trail.add("much too late"));
            CountDownLatch sleeping = new CountDownLatch(1);
            real.callSoon(sleeping::countDown);
            Thread other = new Thread(() -> {
                try {
                    sleeping.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                real.callSoonThreadsafe(() -> {
                    trail.add("woken");
                    real.stop();
                });
            });
            other.start();
            real.runForever();
            other.join();
        }
        assertThat(trail).containsExactly("woken");
    }

    @Test
    void whatOtherThreadsPostArrivesCompletelyAndInTheirOrder() throws Exception {
        int threads = 4;
        int each = 20_000;
        List<List<Integer>> seen = new ArrayList<>();
        try (EventLoop real = EventLoop.open()) {
            int[] left = {threads * each};
            for (int t = 0; t < threads; t++) {
                List<Integer> mine = new ArrayList<>();
                seen.add(mine);
                new Thread(() -> {
                            for (int i = 0; i < each; i++) {
                                int number = i;
                                real.execute(() -> {
                                    mine.add(number);
                                    if (--left[0] == 0) {
                                        real.stop();
                                    }
                                });
                            }
                        })
                        .start();
            }
            real.runForever();
        }
        assertThat(seen).allSatisfy(mine -> assertThat(mine).hasSize(each).isSorted());
    }

    @Test
    void a096_aCallbackThatThrowsIsReported_andTheLoopGoesOn() {
        RuntimeException failure = new RuntimeException("boom");
        Handle handle = loop.callSoon(() -> {
            throw failure;
        });
        loop.callSoon(() -> trail.add("next"));
        settle();
        assertThat(trail).containsExactly("next");
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception()).isSameAs(failure);
        assertThat(unhandled.get(0).handle()).isSameAs(handle);
        assertThat(unhandled.get(0).message()).contains("callback");
    }

    @Test
    void anExceptionHandlerThatThrowsDoesNotStopTheLoop() {
        loop.setExceptionHandler((failed, failure) -> {
            trail.add("handler");
            throw new IllegalStateException("the handler is broken");
        });
        loop.callSoon(() -> {
            throw new RuntimeException("boom");
        });
        loop.callSoon(() -> trail.add("next"));
        settle();
        assertThat(trail).containsExactly("handler", "next");
    }

    @Test
    void a097_blockingWorkRunsElsewhere_andTheLoopServesOthers() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Task<String> work = loop.createTask(loop.runInExecutor(() -> {
            release.await();
            return Thread.currentThread().getName();
        }));
        loop.createTask(Script.of(nothing -> Async.sleep(Duration.ZERO)).then(nothing -> {
            trail.add("served");
            release.countDown();
            return Async.done();
        }));
        assertThat(loop.runUntilComplete(work)).startsWith("reprise-worker-");
        assertThat(trail).containsExactly("served");
    }

    @Test
    void a097_theFailureOfBlockingWorkComesBackAsItIs() {
        IOException failure = new IOException("boom");
        assertThatThrownBy(() -> loop.runUntilComplete(loop.runInExecutor(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void blockingWorkOnAnExecutorOfTheCaller() {
        assertThat(loop.runUntilComplete(loop.runInExecutor(Runnable::run, () -> Thread.currentThread())))
                .isSameAs(Thread.currentThread());
    }

    @Test
    void cancelledWorkThatHasNotBegunIsNotDone() {
        List<Runnable> queue = new ArrayList<>();
        Task<String> task = loop.createTask(loop.runInExecutor(queue::add, () -> {
            trail.add("done");
            return "";
        }));
        settle();
        task.cancel();
        settle();
        assertThat(task.isCancelled()).isTrue();
        queue.forEach(Runnable::run);
        assertThat(trail).isEmpty();
    }

    @Test
    void a098_stopEndsTheTurn_andTheLoopCanRunAgain() {
        loop.callSoon(loop::stop);
        loop.callSoon(() -> trail.add("same turn"));
        loop.runForever();
        assertThat(trail).containsExactly("same turn");
        assertThat(loop.isRunning()).isFalse();
        assertThat(loop.runUntilComplete(Async.of("again"))).isEqualTo("again");
    }

    @Test
    void stoppedBeforeTheTaskHasEndedIsAnError() {
        loop.callLater(seconds(1), loop::stop);
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(sleeper("sleeper", 2)))
                .withMessageContaining("stopped before");
    }

    @Test
    void a099_aClosedLoopRefusesEverything() {
        loop.close();
        loop.close();
        assertThat(loop.isClosed()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> loop.callSoon(() -> {}));
        assertThatIllegalStateException().isThrownBy(() -> loop.callLater(seconds(1), () -> {}));
        assertThatIllegalStateException().isThrownBy(() -> loop.createTask(Async.done()));
        assertThatIllegalStateException().isThrownBy(() -> loop.callSoonThreadsafe(() -> {}));
        assertThatIllegalStateException().isThrownBy(() -> loop.runUntilComplete(Async.done()));
        assertThatIllegalStateException().isThrownBy(loop::runForever).withMessageContaining("closed");
        assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void a099_aRunningLoopCanNeitherBeClosedNorRunAgain() {
        loop.callSoon(() -> {
            assertThatIllegalStateException().isThrownBy(loop::close).withMessageContaining("stop() it first");
            assertThatIllegalStateException().isThrownBy(loop::runForever);
            assertThatIllegalStateException().isThrownBy(() -> EventLoop.run(Async.done()));
            assertThat(EventLoop.current()).isSameAs(loop);
            assertThat(loop.isRunning()).isTrue();
            trail.add("checked");
        });
        settle();
        assertThat(unhandled).isEmpty();
        assertThat(trail).containsExactly("checked");
    }

    @Test
    void a102_runGivesTheValue_afterTheTasksThatAreLeftHaveCleanedUp() {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        String value = EventLoop.run(Script.<String>of(nothing -> {
                    EventLoop.current()
                            .createTask(Script.of(none -> Async.sleep(Duration.ofHours(1)))
                                    .recover(failure -> {
                                        log.add("cleaning");
                                        return Script.of(none -> Async.sleep(Duration.ofMillis(1)))
                                                .then(none -> {
                                                    log.add("clean");
                                                    return Async.failed(failure);
                                                });
                                    }));
                    return Async.sleep(Duration.ZERO);
                })
                .then(nothing -> Async.of("value")));
        assertThat(value).isEqualTo("value");
        assertThat(log).containsExactly("cleaning", "clean");
    }

    @Test
    void a102_runThrowsTheFailureAsItIs() {
        IOException failure = new IOException("boom");
        assertThatThrownBy(() -> EventLoop.run(Async.failed(failure))).isSameAs(failure);
    }

    @Test
    void tasksThatACleanUpAwaitsAreLeftToIt_thoseThatOutliveItAreCancelled() {
        loop.createTask(sleeper("program", 100).recover(failure -> {
            loop.createTask(sleeper("orphan", 100).recover(again -> mark("orphan cancelled")));
            return Async.gather(sleeper("closing a", 1), sleeper("closing b", 2));
        }));
        settle();
        loop.close();
        assertThat(trail)
                .containsExactly(
                        "program",
                        "orphan",
                        "closing a",
                        "closing b",
                        "closing a awake",
                        "closing b awake",
                        "orphan cancelled");
        assertThat(clock.elapsed()).isEqualTo(seconds(2));
    }

    @Test
    void otherThreadsMayOnlyUseWhatIsThreadSafe() throws Exception {
        Task<String> task = loop.createTask(sleeper("sleeper", 1000));
        Promise<String> promise = loop.promise();
        List<String> messages = new ArrayList<>();
        Thread other = new Thread(() -> {
            for (Runnable use : List.<Runnable>of(
                    () -> loop.callSoon(() -> {}),
                    () -> loop.createTask(Async.done()),
                    loop::stop,
                    () -> promise.complete("x"),
                    () -> task.cancel("x"))) {
                try {
                    use.run();
                } catch (IllegalStateException e) {
                    messages.add(e.getMessage());
                }
            }
            task.cancel(false);
        });
        other.start();
        other.join();
        assertThat(messages)
                .hasSize(5)
                .allMatch(message -> message.contains("thread-safe"))
                .allMatch(message -> message.contains("thread " + other.getName()))
                .allMatch(message ->
                        message.contains("thread " + Thread.currentThread().getName()));
        assertThat(messages.get(2)).contains("execute(loop::stop)");
        settle();
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void anotherThreadCanWaitForATask() throws Exception {
        try (EventLoop real = EventLoop.open()) {
            Task<String> task =
                    real.createTask(Script.<String>of(nothing -> Async.sleep(Duration.ofMillis(5), "value")));
            CompletableFuture<String> got = new CompletableFuture<>();
            Thread other = new Thread(() -> {
                try {
                    got.complete(task.get(10, TimeUnit.SECONDS));
                } catch (Exception e) {
                    got.completeExceptionally(e);
                }
            });
            other.start();
            real.runUntilComplete(Script.of(nothing -> Async.from(got)));
            other.join();
            assertThat(got).isCompletedWithValue("value");
        }
    }

    @Test
    void anInterruptCancelsTheProgram() {
        try {
            assertThatThrownBy(() -> EventLoop.run(Script.<String>of(nothing -> {
                        Thread.currentThread().interrupt();
                        return Async.sleep(Duration.ofHours(1));
                    })))
                    .isInstanceOf(Cancelled.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aMillionCancelledTimersLeaveNothing() {
        List<Handle> handles = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            handles.add(loop.callLater(seconds(i % 1000 + 1), () -> trail.add("fired")));
        }
        handles.forEach(Handle::cancel);
        loop.runUntilComplete(Async.sleep(seconds(1)));
        assertThat(trail).isEmpty();
        assertThat(clock.elapsed()).isEqualTo(seconds(1));
    }
}
