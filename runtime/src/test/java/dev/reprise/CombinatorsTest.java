package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CombinatorsTest extends VirtualLoop {

    @Test
    void a054_valuesComeInTheOrderOfTheArguments() {
        assertThat(loop.runUntilComplete(Async.gather(sleeper("a", 3), sleeper("b", 1), sleeper("c", 2))))
                .containsExactly("a", "b", "c");
        assertThat(trail).containsExactly("a", "b", "c", "b awake", "c awake", "a awake");
        assertThat(clock.elapsed()).isEqualTo(seconds(3));
    }

    @Test
    void a054_gatheringNothingGivesAnEmptyList() {
        assertThat(loop.<List<String>>runUntilComplete(Async.gather(List.of()))).isEmpty();
    }

    @Test
    void a055_theFirstFailureIsRaisedAtOnce_theOthersGoOn() {
        IOException failure = new IOException("boom");
        Task<String> other = loop.createTask(sleeper("other", 10));
        Async<String> failing =
                Script.<String>of(nothing -> Async.sleep(seconds(1))).then(nothing -> Async.failed(failure));
        assertThatThrownBy(() -> loop.runUntilComplete(Async.gather(failing, other, sleeper("third", 5))))
                .isSameAs(failure);
        assertThat(clock.elapsed()).isEqualTo(seconds(1));
        assertThat(other.isDone()).isFalse();
        assertThat(loop.runUntilComplete(other)).isEqualTo("other");
        assertThat(trail).contains("third awake");
    }

    @Test
    void a056_cancellingTheAwaiterCancelsEveryUnfinishedOne_andWaitsForThem() {
        Task<String> slowCleaner = loop.createTask(sleeper("slow", 100)
                .recover(failure ->
                        Script.of(nothing -> Async.sleep(seconds(4))).then(nothing -> Async.failed(failure))));
        Task<String> quick = loop.createTask(sleeper("quick", 100));
        Task<String> ended = loop.createTask(sleeper("ended", 1));
        Task<List<String>> all = loop.createTask(Async.gather(slowCleaner, quick, ended));
        loop.runUntilComplete(ended);
        all.cancel("stop");
        assertThatThrownBy(() -> loop.runUntilComplete(all))
                .isInstanceOf(Cancelled.class)
                .hasMessage("stop");
        assertThat(slowCleaner.isCancelled()).isTrue();
        assertThat(quick.isCancelled()).isTrue();
        assertThat(ended.result()).isEqualTo("ended");
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
    }

    @Test
    void a056_failuresOfTheCleanUpAreSuppressedInTheCancellation() {
        IOException failure = new IOException("clean-up");
        Task<String> failing = loop.createTask(sleeper("failing", 100).recover(c -> Async.failed(failure)));
        Task<List<String>> all = loop.createTask(Async.gather(failing, sleeper("other", 100)));
        settle();
        all.cancel();
        assertThatThrownBy(() -> loop.runUntilComplete(all))
                .isInstanceOf(Cancelled.class)
                .satisfies(cancelled -> assertThat(cancelled.getSuppressed()).containsExactly(failure));
    }

    @Test
    void a057_oneCancelledBySomebodyElseCountsAsFailed() {
        Task<String> victim = loop.createTask(sleeper("victim", 100));
        Task<String> other = loop.createTask(sleeper("other", 10));
        Task<Object> awaiter = loop.createTask(Script.of(nothing -> Async.gather(victim, other))
                .recover(failure -> Async.of("saw " + failure.getMessage())));
        settle();
        victim.cancel("elsewhere");
        assertThat(loop.runUntilComplete(awaiter)).isEqualTo("saw elsewhere");
        assertThat(awaiter.cancelling()).isZero();
        assertThat(loop.runUntilComplete(other)).isEqualTo("other");
    }

    @Test
    void gatherRunsTheSameCoroutineOnce() {
        Async<String> once = sleeper("once", 1);
        assertThat(loop.runUntilComplete(Async.gather(once, once))).containsExactly("once", "once");
        assertThat(trail).containsExactly("once", "once awake");
    }

    @Test
    void gatherStartsNothingBeforeItIsAwaited() {
        Async<List<String>> cold = Async.gather(sleeper("a", 1));
        settle();
        assertThat(trail).isEmpty();
        loop.runUntilComplete(cold);
        assertThat(trail).isNotEmpty();
        assertThatIllegalStateException().isThrownBy(() -> loop.runUntilComplete(cold));
    }

    @Test
    void aGatherThatWaitsForItsOwnAwaiterCanBeCancelled() {
        List<Task<?>> knot = new ArrayList<>();
        Task<?> awaiter = loop.createTask(Script.of(nothing -> Async.gather(knot)));
        knot.add(loop.createTask(Script.of(nothing -> awaiter)));
        settle();
        awaiter.cancel();
        settle();
        assertThat(awaiter.isCancelled()).isTrue();
        assertThat(knot.get(0).isCancelled()).isTrue();
    }

    @Test
    void a066_sleepZeroGivesUpOneTurn() {
        loop.createTask(Script.of(nothing -> {
                    trail.add("a1");
                    return Async.sleep(Duration.ZERO);
                })
                .then(nothing -> mark("a2")));
        loop.createTask(mark("b"));
        loop.createTask(mark("c"));
        settle();
        assertThat(trail).containsExactly("a1", "b", "c", "a2");
    }

    @Test
    void a067_sleepGivesItsValue() {
        assertThat(loop.runUntilComplete(Async.sleep(seconds(2), "value"))).isEqualTo("value");
        assertThat(clock.elapsed()).isEqualTo(seconds(2));
        assertThat(loop.runUntilComplete(Async.sleep(Duration.ZERO, "value"))).isEqualTo("value");
    }

    @Test
    void a067_aNegativeDelayIsNone() {
        loop.runUntilComplete(Async.sleep(seconds(-5)));
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void a067_aCancelledSleepLeavesNoTimer() {
        Task<String> task = loop.createTask(sleeper("sleeper", 1000));
        settle();
        task.cancel();
        settle();
        assertThat(task.isCancelled()).isTrue();
        loop.runUntilComplete(Async.sleep(seconds(1)));
        assertThat(clock.elapsed()).isEqualTo(seconds(1));
        assertThat(trail).containsExactly("sleeper");
    }

    @Test
    void aSleepOfMoreThanALifetimeIsNoOverflow() {
        Task<Void> task = loop.createTask(Async.sleep(Duration.ofSeconds(Long.MAX_VALUE)));
        loop.runUntilComplete(Async.sleep(seconds(1)));
        assertThat(task.isDone()).isFalse();
    }

    @Test
    void sleepAndGatherOffALoopSayThatTheyNeedOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Async.sleep(seconds(1)).awaitIn(dev.reprise.frame.Context.current()))
                .withMessageContaining("needs an event loop");
        assertThatIllegalStateException()
                .isThrownBy(() -> Async.gather(Async.done()).awaitIn(dev.reprise.frame.Context.current()))
                .withMessageContaining("needs an event loop");
    }

    @Test
    void fromGivesTheOutcomeOfAStage() {
        IOException failure = new IOException("boom");
        CompletableFuture<String> later = new CompletableFuture<>();
        loop.callLater(seconds(1), () -> later.complete("done"));
        assertThat(loop.runUntilComplete(Async.from(later))).isEqualTo("done");
        assertThatThrownBy(() -> loop.runUntilComplete(Async.from(CompletableFuture.failedFuture(failure))))
                .isSameAs(failure);
    }
}
