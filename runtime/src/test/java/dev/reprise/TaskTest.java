package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TaskTest extends VirtualLoop {

    @Test
    void a026_nothingRunsBeforeTheAwait_thenItRunsOnTheCallersStack() {
        Script<String> inner = sleeper("inner", 0);
        assertThat(trail).isEmpty();
        loop.runUntilComplete(Script.of(nothing -> {
            trail.add("outer");
            return inner;
        }));
        assertThat(trail).containsExactly("outer", "inner", "inner awake");
    }

    @Test
    void a027_awaitOfWhatDoesNotSuspendLetsNobodyElseRun() {
        loop.createTask(mark("other"));
        Task<?> first = loop.createTask(Script.of(nothing -> mark("inner")).then(nothing -> mark("after")));
        loop.createTask(mark("late"));
        loop.runUntilComplete(first);
        assertThat(trail).containsExactly("other", "inner", "after", "late");
    }

    @Test
    void a028_awaitingTwiceIsAnError() {
        Script<String> once = sleeper("once", 1);
        loop.runUntilComplete(once);
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(once))
                .withMessageContaining("awaited or started before");
    }

    @Test
    void a033_tasksStartInOrderOfCreation_afterTheirCreatorSuspends() {
        loop.runUntilComplete(Script.of(nothing -> {
                    loop.createTask(mark("one"));
                    loop.createTask(mark("two"));
                    loop.createTask(mark("three"));
                    trail.add("creator");
                    return Async.sleep(Duration.ZERO);
                })
                .then(nothing -> mark("creator again")));
        assertThat(trail).containsExactly("creator", "one", "two", "three", "creator again");
    }

    @Test
    void a034_cancelledBeforeItsFirstStep_theBodyNeverRuns() {
        Task<Void> task = loop.createTask(mark("body"));
        assertThat(task.cancel("too late")).isTrue();
        assertThat(task.isDone()).isFalse();
        settle();
        assertThat(trail).isEmpty();
        assertThat(task.isCancelled()).isTrue();
        assertThatThrownBy(task::result).isInstanceOf(Cancelled.class).hasMessage("too late");
    }

    @Test
    void a035_isCancelledOnlyAfterTheHandlersHaveRun() {
        Task<String> task = loop.createTask(sleeper("sleeper", 100).recover(failure -> {
            trail.add("handler");
            return Script.of(nothing -> Async.sleep(seconds(1))).then(nothing -> Async.failed(failure));
        }));
        settle();
        assertThat(task.cancel()).isTrue();
        assertThat(task.isCancelled()).isFalse();
        settle();
        assertThat(trail).contains("handler");
        assertThat(task.isCancelled()).isFalse();
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancel()).isFalse();
    }

    @Test
    void a036_cancellationIsRaisedAtTheSuspension_andCleanUpMayAwait() {
        Task<String> task = loop.createTask(sleeper("sleeper", 100).recover(failure -> {
            trail.add("cleaning");
            return Script.of(nothing -> Async.sleep(seconds(5))).then(nothing -> {
                trail.add("clean");
                return Async.failed(failure);
            });
        }));
        settle();
        task.cancel();
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
        assertThat(trail).containsExactly("sleeper", "cleaning", "clean");
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
    }

    @Test
    void a037_whoCatchesTheCancellationEndsNormally() {
        Task<String> task = loop.createTask(sleeper("sleeper", 100).recover(failure -> Async.of("went on")));
        settle();
        task.cancel();
        assertThat(loop.runUntilComplete(task)).isEqualTo("went on");
        assertThat(task.isCancelled()).isFalse();
    }

    @Test
    void a038_oneRequestInterruptsOnce() {
        Task<String> task = loop.createTask(sleeper("sleeper", 100)
                .recover(failure -> Async.sleep(seconds(7)))
                .then(nothing -> Async.of("slept")));
        settle();
        task.cancel();
        assertThat(loop.runUntilComplete(task)).isEqualTo("slept");
        assertThat(clock.elapsed()).isEqualTo(seconds(7));
    }

    @Test
    void a039_cancellationGoesDownFirst_theAwaiterSeesItWhenTheInnerTaskHasEnded() {
        Task<String> inner = loop.createTask(sleeper("inner", 100).recover(failure -> {
            trail.add("inner cleans");
            return Script.of(nothing -> Async.sleep(seconds(3))).then(nothing -> Async.failed(failure));
        }));
        Task<String> outer = loop.createTask(Script.<String>awaiting(inner).recover(failure -> {
            trail.add("outer sees " + failure.getMessage() + ", inner done " + inner.isDone());
            return Async.of("handled");
        }));
        settle();
        outer.cancel("enough");
        assertThat(loop.runUntilComplete(outer)).isEqualTo("handled");
        assertThat(trail).containsExactly("inner", "inner cleans", "outer sees enough, inner done true");
    }

    @Test
    void a039_anInnerTaskThatSwallowsTheCancellationLetsItsAwaiterGoOn() {
        Task<String> inner = loop.createTask(sleeper("inner", 100).recover(failure -> Async.of("kept")));
        Task<String> outer = loop.createTask(Script.awaiting(inner));
        settle();
        outer.cancel();
        assertThat(loop.runUntilComplete(outer)).isEqualTo("kept");
    }

    @Test
    void a040_cancellationWinsOverAnOutcomeThatHasNotBeenDelivered() {
        Promise<String> promise = loop.promise();
        Task<String> task = loop.createTask(Script.awaiting(promise));
        settle();
        promise.complete("lost");
        assertThat(task.cancel()).isTrue();
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
    }

    @Test
    void a041_whoCancelsItselfGoesOnToTheNextRealSuspension() {
        Task<String> task = loop.createTask(Script.<String>of(nothing -> {
                    loop.currentTask().cancel("myself");
                    return mark("does not suspend");
                })
                .then(nothing -> {
                    trail.add("still running");
                    return Async.sleep(seconds(1));
                })
                .then(nothing -> mark("not reached"))
                .recover(failure -> Async.of("raised " + failure.getMessage())));
        assertThat(loop.runUntilComplete(task)).isEqualTo("raised myself");
        assertThat(trail).containsExactly("does not suspend", "still running");
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void whoCancelsItselfAndNeverSuspendsEndsCancelled() {
        Task<Void> task = loop.createTask(Script.doing(() -> loop.currentTask().cancel()));
        settle();
        assertThat(task.isCancelled()).isTrue();
    }

    @Test
    void a042_requestsAreCounted() {
        Task<String> task = loop.createTask(sleeper("sleeper", 100).recover(failure -> Async.sleep(seconds(1))));
        settle();
        task.cancel();
        settle();
        task.cancel();
        assertThat(task.cancelling()).isEqualTo(2);
        assertThat(task.uncancel()).isEqualTo(1);
        assertThat(task.uncancel()).isZero();
        assertThat(task.uncancel()).isZero();
    }

    @Test
    void a043_theReasonIsTheMessageOfTheCancellation() {
        Task<String> task = loop.createTask(sleeper("sleeper", 100).recover(failure -> Async.of(failure.getMessage())));
        settle();
        task.cancel("because");
        assertThat(loop.runUntilComplete(task)).isEqualTo("because");
    }

    @Test
    void a044_resultBeforeAndAfterTheEnd() {
        IOException failure = new IOException("boom");
        Task<String> pending = loop.createTask(sleeper("pending", 100));
        Task<String> failing = loop.createTask(Async.failed(failure));
        Task<String> cancelled = loop.createTask(sleeper("cancelled", 100));
        settle();
        cancelled.cancel();
        settle();
        assertThatIllegalStateException().isThrownBy(pending::result).withMessageContaining("has not ended");
        assertThatIllegalStateException().isThrownBy(pending::exception);
        assertThatThrownBy(failing::result).isSameAs(failure);
        assertThat(failing.exception()).isSameAs(failure);
        assertThatThrownBy(cancelled::result).isInstanceOf(Cancelled.class);
    }

    @Test
    void a045_aFailureThatNobodyReceivedIsReportedWhenTheLoopCloses() {
        IOException failure = new IOException("boom");
        Task<String> unseen = loop.createTask(Async.failed(failure), "unseen");
        Task<String> seen = loop.createTask(Async.failed(new IOException("seen")));
        settle();
        seen.exception();
        assertThat(unhandled).isEmpty();
        loop.close();
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception()).isSameAs(failure);
        assertThat(unhandled.get(0).message()).contains("unseen").contains("never retrieved");
        assertThat(unhandled.get(0).task()).isSameAs(unseen);
    }

    @Test
    void a046_currentTask() {
        Task<Void> task = loop.createTask(Script.doing(() -> trail.add("" + loop.currentTask())));
        loop.callSoon(() -> trail.add("" + loop.currentTask()));
        settle();
        assertThat(trail).hasSize(2).last().isEqualTo("null");
        assertThat(trail).first().asString().contains(task.name());
        assertThatIllegalStateException()
                .isThrownBy(EventLoop::current)
                .withMessageContaining("no event loop runs on thread");
    }

    @Test
    void a047_tasksHoldsTheUnfinishedOnesAndTheAsker() {
        Task<String> running = loop.createTask(sleeper("running", 100), "running");
        loop.createTask(mark("finished"), "finished");
        Task<?> asker = loop.createTask(
                Script.of(nothing -> Async.sleep(seconds(1)))
                        .then(nothing -> Script.doing(() -> trail.add(
                                loop.tasks().stream().map(Task::name).toList().toString()))),
                "asker");
        loop.runUntilComplete(asker);
        assertThat(trail).last().isEqualTo("[running, asker]");
        assertThat(loop.tasks()).containsExactly(running);
    }

    @Test
    void a048_aCancellationIsNoException() {
        assertThat(Exception.class.isAssignableFrom(Cancelled.class)).isFalse();
    }

    @Test
    void failuresAreTheSameInstanceThroughAnyNumberOfTasks() {
        IOException failure = new IOException("boom");
        Task<String> inner = loop.createTask(
                Script.<String>of(nothing -> Async.sleep(seconds(1))).then(nothing -> Async.failed(failure)));
        Task<String> outer = loop.createTask(Script.awaiting(inner));
        assertThatThrownBy(() -> loop.runUntilComplete(Script.awaiting(outer))).isSameAs(failure);
    }

    @Test
    void aLongChainOfTasksIsCancelledWithoutUsingTheStack() {
        Task<String> last = loop.createTask(sleeper("last", 100));
        Task<String> first = last;
        for (int i = 0; i < 100_000; i++) {
            first = loop.createTask(Script.awaiting(first));
        }
        settle();
        first.cancel();
        Task<String> cancelled = first;
        assertThatThrownBy(() -> loop.runUntilComplete(cancelled)).isInstanceOf(Cancelled.class);
        assertThat(last.isCancelled()).isTrue();
    }

    @Test
    void tasksThatAwaitEachOtherInARingCanBeCancelled() {
        Task<?>[] ring = new Task<?>[3];
        for (int i = 0; i < ring.length; i++) {
            int next = (i + 1) % ring.length;
            ring[i] = loop.createTask(Script.of(nothing -> ring[next]));
        }
        settle();
        ring[0].cancel();
        settle();
        assertThat(ring).allMatch(Task::isCancelled);
    }

    @Test
    void aTaskCannotAwaitItself() {
        Task<?> task = loop.createTask(Script.of(nothing -> loop.currentTask()));
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(task))
                .withMessageContaining("cannot await itself");
    }

    @Test
    void callbacksRunThroughTheLoopInOrder() {
        Promise<String> promise = loop.promise();
        Task<String> task = loop.createTask(Script.awaiting(promise));
        task.onDone(done -> trail.add("first " + done.result()));
        Handle off = task.onDone(done -> trail.add("called off"));
        task.onDone(done -> trail.add("second"));
        off.cancel();
        promise.complete("v");
        assertThat(trail).isEmpty();
        settle();
        assertThat(trail).containsExactly("first v", "second");
        task.onDone(done -> trail.add("afterwards"));
        assertThat(trail).hasSize(2);
        settle();
        assertThat(trail).last().isEqualTo("afterwards");
    }

    @Test
    void getOnTheLoopsThreadIsAnErrorUnlessTheTaskHasEnded() throws Exception {
        Task<String> task = loop.createTask(sleeper("sleeper", 1));
        assertThatIllegalStateException().isThrownBy(task::get).withMessageContaining("await the task");
        loop.runUntilComplete(task);
        assertThat(task.get()).isEqualTo("sleeper");
        assertThat(task.get(1, TimeUnit.SECONDS)).isEqualTo("sleeper");
    }

    @Test
    void asAFutureItReportsAsTheJdkDoes() {
        IOException failure = new IOException("boom");
        Task<String> failing = loop.createTask(Async.failed(failure));
        Task<String> cancelled = loop.createTask(sleeper("cancelled", 1));
        cancelled.cancel("why");
        settle();
        assertThatThrownBy(failing::get)
                .isInstanceOf(ExecutionException.class)
                .satisfies(e -> assertThat(e.getCause()).isSameAs(failure));
        assertThatThrownBy(cancelled::get)
                .isInstanceOf(CancellationException.class)
                .hasMessage("why");
    }

    @Test
    void aCompletableFutureFollowsTheTaskAndCancelsIt() {
        Task<String> task = loop.createTask(sleeper("sleeper", 1));
        assertThat(loop.runUntilComplete(Script.<String>of(nothing -> Async.from(task.toCompletableFuture()))))
                .isEqualTo("sleeper");
        Task<String> endless = loop.createTask(sleeper("endless", 1000));
        settle();
        endless.toCompletableFuture().cancel(true);
        settle();
        assertThat(endless.isCancelled()).isTrue();
    }

    @Test
    void theLoopRefusesToBlockOnAFutureOfItsOwnTask() {
        try (EventLoop loop = EventLoop.open()) {
            Task<Integer> task = loop.createTask(Async.sleep(Duration.ofHours(1), 1));
            loop.callSoon(() -> {
                assertThatIllegalStateException()
                        .isThrownBy(() -> task.toCompletableFuture().join())
                        .withMessageContaining("await the future instead");
                task.cancel();
            });
            assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
        }
    }

    @Test
    void d007_anEagerTaskRunsAtOnceUpToItsFirstSuspension() {
        TaskOptions eager = TaskOptions.defaults().name("eager").eager();
        assertThatIllegalStateException().isThrownBy(() -> loop.createTask(mark("not running"), eager));
        loop.runUntilComplete(Script.of(nothing -> {
            Task<String> suspended = loop.createTask(sleeper("nap", 1), eager);
            trail.add("creator");
            Task<Void> ended = loop.createTask(mark("short"), eager);
            assertThat(ended.isDone()).isTrue();
            assertThat(loop.tasks()).hasSize(2).contains(suspended);
            assertThat(suspended.name()).isEqualTo("eager");
            assertThat(loop.currentTask()).isNotSameAs(suspended);
            return suspended;
        }));
        assertThat(trail).containsExactly("nap", "creator", "short", "nap awake");
    }

    @Test
    void cancellingAFutureThatATaskAwaits_andATaskThatAwaitsAFuture() {
        CompletableFuture<String> below = new CompletableFuture<>();
        Task<String> task = loop.createTask(Async.from(below));
        settle();
        task.cancel("down");
        assertThat(below).isCancelled();
        settle();
        assertThat(task.isCancelled()).isTrue();
        CompletableFuture<String> gone = new CompletableFuture<>();
        Task<String> other = loop.createTask(Async.from(gone));
        settle();
        gone.cancel(false);
        assertThatThrownBy(() -> loop.runUntilComplete(other)).isInstanceOf(CancellationException.class);
    }

    @Test
    void uncancellingOwnRequestsBeforeTheyAreRaisedLetsTheTaskGoOn() {
        assertThat(loop.runUntilComplete(Script.<String>of(nothing -> {
                    loop.currentTask().cancel();
                    loop.currentTask().uncancel();
                    return Async.sleep(seconds(1), "went on");
                })))
                .isEqualTo("went on");
    }

    @Test
    void cancelWithAReasonBelongsToTheLoopsThread_thatOfFutureToEveryThread() throws InterruptedException {
        Task<String> task = loop.createTask(sleeper("sleeper", 100));
        settle();
        Throwable[] refused = new Throwable[1];
        Thread other = new Thread(() -> {
            refused[0] = catchThrowable(() -> task.cancel("reason"));
            task.cancel(true);
        });
        other.start();
        other.join();
        assertThat(refused[0]).isInstanceOf(IllegalStateException.class).hasMessageContaining("Task.cancel(boolean)");
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
    }
}
