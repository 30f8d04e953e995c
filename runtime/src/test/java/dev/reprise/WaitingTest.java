package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for several: outcomes, {@code waitUntil}, {@code asCompleted}. */
class WaitingTest extends VirtualLoop {

    private final IOException boom = new IOException("boom");

    private Script<String> failing(int seconds) {
        return Script.<String>of("failing", nothing -> Async.sleep(seconds(seconds)))
                .then(nothing -> Async.failed(boom));
    }

    @Test
    void gatherOutcomesWaitsForAll_andDoesNotFail() {
        Task<String> victim = loop.createTask(sleeper("victim", 100));
        loop.callLater(seconds(2), victim::cancel);
        List<Result<String>> results =
                loop.runUntilComplete(Async.<String>gatherOutcomes(sleeper("slow", 5), failing(1), victim));
        assertThat(results.get(0)).isEqualTo(new Result<>("slow", null));
        assertThat(results.get(0).get()).isEqualTo("slow");
        assertThat(results.get(1).failure()).isSameAs(boom);
        assertThatThrownBy(results.get(1)::get).isSameAs(boom);
        assertThat(results.get(2).failure()).isInstanceOf(Cancelled.class);
        assertThat(results).extracting(Result::succeeded).containsExactly(true, false, false);
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
        loop.close();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void aSecondFailureInAGatherIsReported() {
        IOException second = new IOException("second");
        assertThatThrownBy(() -> loop.runUntilComplete(Async.gather(
                        failing(1),
                        Script.of(nothing -> Async.sleep(seconds(2))).then(nothing -> Async.failed(second)))))
                .isSameAs(boom);
        loop.runUntilComplete(Async.sleep(seconds(5)));
        loop.close();
        assertThat(unhandled).extracting(UnhandledFailure::exception).containsExactly(second);
    }

    @Test
    void a058_untilFirst_theOthersGoOn() {
        Task<String> slow = loop.createTask(sleeper("slow", 5));
        Task<String> quick = loop.createTask(sleeper("quick", 1));
        Waited<String> waited = loop.runUntilComplete(Async.waitUntil(Until.FIRST, List.of(slow, quick)));
        assertThat(waited.done()).isEqualTo(List.of(quick));
        assertThat(waited.pending()).isEqualTo(List.of(slow));
        assertThat(loop.runUntilComplete(slow)).isEqualTo("slow");
    }

    @Test
    void a058_untilAll_failuresAreNotRaised() {
        Task<String> slow = loop.createTask(sleeper("slow", 5));
        Task<String> bad = loop.createTask(failing(1));
        Waited<String> waited = loop.runUntilComplete(Async.waitUntil(Until.ALL, List.of(bad, slow)));
        assertThat(waited.done()).isEqualTo(List.of(bad, slow));
        assertThat(waited.pending()).isEmpty();
        loop.close();
        assertThat(unhandled).extracting(UnhandledFailure::exception).containsExactly(boom);
    }

    @Test
    void a059_whenTheTimeIsOverItNeitherRaisesNorCancels() {
        Task<String> slow = loop.createTask(sleeper("slow", 5));
        Waited<String> waited = loop.runUntilComplete(Async.waitUntil(Until.ALL, seconds(1), List.of(slow)));
        assertThat(waited.done()).isEmpty();
        assertThat(waited.pending()).isEqualTo(List.of(slow));
        assertThat(clock.elapsed()).isEqualTo(seconds(1));
        assertThat(loop.runUntilComplete(slow)).isEqualTo("slow");
    }

    @Test
    void a060_untilTheFirstFailure_aCancelledTaskIsNone() {
        Task<String> victim = loop.createTask(sleeper("victim", 100));
        Task<String> bad = loop.createTask(failing(3));
        Task<String> slow = loop.createTask(sleeper("slow", 9));
        loop.callLater(seconds(1), victim::cancel);
        Waited<String> waited =
                loop.runUntilComplete(Async.waitUntil(Until.FIRST_EXCEPTION, List.of(victim, bad, slow)));
        assertThat(clock.elapsed()).isEqualTo(seconds(3));
        assertThat(waited.done()).isEqualTo(List.of(victim, bad));
        assertThat(waited.pending()).isEqualTo(List.of(slow));
    }

    @Test
    void cancellingAWaitCancelsNoTask() {
        Task<String> slow = loop.createTask(sleeper("slow", 5));
        Task<?> waiting = loop.createTask(Async.waitUntil(Until.ALL, List.of(slow)));
        settle();
        waiting.cancel("stop");
        assertThatThrownBy(() -> loop.runUntilComplete(waiting))
                .isInstanceOf(Cancelled.class)
                .hasMessage("stop");
        assertThat(loop.runUntilComplete(slow)).isEqualTo("slow");
    }

    @Test
    void waitingForNothingIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> Async.waitUntil(Until.ALL, List.of()));
    }

    @Test
    void a065_tasksComeInTheOrderInWhichTheyEnd() {
        AsyncIterator<Task<String>>[] run = newRun();
        List<String> seen = new ArrayList<>();
        loop.runUntilComplete(new Counting(4, i -> {
            if (i == 0) {
                run[0] = Async.asCompleted(List.of(sleeper("c", 3), failing(1), sleeper("b", 2)))
                        .asyncIterator();
            }
            return Script.<Boolean>of(nothing -> run[0].advance()).then(there -> {
                seen.add(Boolean.TRUE.equals(there) ? ended(run[0].current()) : "end");
                return Async.done();
            });
        }));
        assertThat(seen).containsExactly("boom", "b", "c", "end");
    }

    private static String ended(Task<String> task) {
        Throwable failure = task.exception();
        return failure == null ? task.result() : failure.getMessage();
    }

    @SuppressWarnings("unchecked")
    private static AsyncIterator<Task<String>>[] newRun() {
        return (AsyncIterator<Task<String>>[]) new AsyncIterator<?>[1];
    }

    @Test
    void a065_asPlainCoroutinesTheyGiveTheOutcomes() {
        List<Async<String>> arrivals = new ArrayList<>();
        loop.runUntilComplete(Script.<String>of(nothing -> {
                    arrivals.addAll(Async.asCompleted(List.of(sleeper("late", 3), sleeper("soon", 1), failing(2)))
                            .inOrder());
                    return arrivals.get(0);
                })
                .then(first -> {
                    trail.add("first " + first);
                    return arrivals.get(1);
                })
                .recover(second -> {
                    trail.add("second " + second.getMessage());
                    return arrivals.get(2);
                })
                .then(third -> {
                    trail.add("third " + third);
                    return Async.of("");
                }));
        assertThat(trail)
                .containsExactly("late", "soon", "soon awake", "first soon", "second boom", "late awake", "third late");
    }

    @Test
    void a065_whenTheTimeIsOverTheNextRaises_andTheRestGoesOn() {
        Task<String> slow = loop.createTask(sleeper("slow", 9));
        List<Async<String>> arrivals = new ArrayList<>();
        loop.runUntilComplete(Script.<String>of(nothing -> {
                    arrivals.addAll(Async.asCompleted(seconds(2), List.of(slow, sleeper("quick", 1)))
                            .inOrder());
                    return arrivals.get(0);
                })
                .then(first -> arrivals.get(1))
                .recover(failure -> {
                    trail.add(failure.getClass().getSimpleName() + " at " + clock.elapsed());
                    return Async.of("");
                }));
        assertThat(trail).last().isEqualTo("TimedOut at PT2S");
        assertThat(loop.runUntilComplete(slow)).isEqualTo("slow");
    }

    /** Coroutines that give the tasks of asCompleted, which are started. */
    private List<Async<String>> arrivals(Completions<String> tasks) {
        List<Async<String>> arrivals = new ArrayList<>();
        onLoop(() -> arrivals.addAll(tasks.inOrder()));
        return arrivals;
    }

    @Test
    void aTaskThatArrivedForACancelledWaiterGoesToTheNext() {
        Task<String> one = loop.createTask(sleeper("one", 1));
        List<Async<String>> arrivals = arrivals(Async.asCompleted(List.of(one, sleeper("late", 50))));
        Task<String> victim = loop.createTask(arrivals.get(0));
        Task<String> next = loop.createTask(arrivals.get(1));
        settle();
        one.onDone(ended -> victim.cancel()); // after the victim was woken, before its step
        assertThat(loop.runUntilComplete(next)).isEqualTo("one");
        assertThat(victim.isCancelled()).isTrue();
        assertThat(clock.elapsed()).isEqualTo(seconds(1));
    }

    @Test
    void aTaskThatArrivedForACancelledWaiterIsTheFirstForWhoeverAsksLater() {
        Task<String> one = loop.createTask(sleeper("one", 1));
        List<Async<String>> arrivals = arrivals(Async.asCompleted(List.of(one, sleeper("two", 2))));
        Task<String> victim = loop.createTask(arrivals.get(0));
        settle();
        one.onDone(ended -> victim.cancel());
        loop.runUntilComplete(Async.sleep(seconds(3)));
        assertThat(victim.isCancelled()).isTrue();
        assertThat(loop.runUntilComplete(arrivals.get(1))).isEqualTo("one");
    }

    @Test
    void aTimeOutThatReachedACancelledWaiterReachesTheNext() {
        List<Async<String>> arrivals =
                arrivals(Async.asCompleted(seconds(1), List.of(sleeper("slow", 9), sleeper("slower", 10))));
        Task<String> victim = loop.createTask(arrivals.get(0));
        Task<String> next = loop.createTask(arrivals.get(1));
        loop.callLater(seconds(1), victim::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(next)).isInstanceOf(TimedOut.class);
        assertThat(victim.isCancelled()).isTrue();
    }
}
