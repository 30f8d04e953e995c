package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a task shows of itself. The lines of a {@link Script} are its steps. */
class TaskIntrospectionTest extends VirtualLoop {

    private Script<String> outer(Awaitable<String> inner) {
        return Script.<String>of("outer", nothing -> Async.done()).then(nothing -> inner);
    }

    @Test
    void a134_theTextOfAPendingTaskHasItsNameStateCoroutineLineAndWhatItWaitsFor() {
        Task<String> task = loop.createTask(sleeper("nap", 2), "napping");
        assertThat(task).hasToString("Task napping of Script.nap(Script.java:0) (not started)");
        settle();
        assertThat(task)
                .hasToString("Task napping of Script.nap(Script.java:1) (suspended, waits for a sleep with PT2S left)");
    }

    @Test
    void a134_theTextOfATaskNamesTheInnermostCoroutineToo() {
        Task<String> task = loop.createTask(outer(sleeper("nap", 2)));
        settle();
        assertThat(task)
                .hasToString("Task Task-1 of Script.outer(Script.java:2)"
                        + " (suspended at Script.nap(Script.java:1), waits for a sleep with PT2S left)");
    }

    @Test
    void a134_theTextOfAFinishedTaskHasItsResult() {
        Task<String> named = loop.createTask(sleeper("nap", 2), "napping");
        Task<String> unnamed = loop.createTask(sleeper("doze", 2));
        Task<Void> empty = loop.createTask(mark("seen"));
        loop.runUntilComplete(Async.gather(named, unnamed, empty));
        assertThat(named).hasToString("Task napping of Script.nap(Script.java:0) (returned nap)");
        assertThat(unnamed).hasToString("Task Task-2 of Script.doze(Script.java:0) (returned doze)");
        assertThat(empty).hasToString("Task Task-3 of Script.doing(Script.java:0) (returned)");
        assertThat(named.name()).isEqualTo("napping");
        assertThat(unnamed.name()).isEqualTo("Task-2");
    }

    @Test
    void a134_theTextOfALongResultIsShortened() {
        Task<String> task = loop.createTask(Script.<String>of("long", nothing -> Async.of("x".repeat(1000))));
        loop.runUntilComplete(task);
        assertThat(task.toString()).hasSizeLessThan(200).endsWith("x…)");
    }

    @Test
    void a134_theTextOfAFailedTaskHasItsException() {
        Task<String> task =
                loop.createTask(Script.<String>of("failing", nothing -> Async.failed(new IllegalStateException("no"))));
        settle();
        assertThat(task)
                .hasToString("Task Task-1 of Script.failing(Script.java:0)"
                        + " (failed: java.lang.IllegalStateException: no)");
        assertThat(task.exception()).hasMessage("no");
    }

    @Test
    void a134_theTextOfACancelledTaskHasItsReason() {
        Task<String> unstarted = loop.createTask(sleeper("nap", 2));
        unstarted.cancel("too late");
        Task<String> started = loop.createTask(sleeper("doze", 2));
        settle();
        started.cancel();
        settle();
        assertThat(unstarted).hasToString("Task Task-1 of Script.nap(Script.java:0) (cancelled: too late)");
        assertThat(started).hasToString("Task Task-2 of Script.doze(Script.java:0) (cancelled)");
    }

    @Test
    void a134_theTextOfARunningTaskSaysSo() {
        Task<String> task = loop.createTask(Script.<String>of("busy", nothing -> {
            trail.add(loop.currentTask() + "");
            return Async.of("");
        }));
        loop.runUntilComplete(task);
        assertThat(trail).containsExactly("Task Task-1 of Script.busy(Script.java:0) (running)");
    }

    @Test
    void theTextOfATaskWithoutACoroutineMethodNamesWhatItAwaits() {
        Task<Void> task = loop.createTask(Async.sleep(seconds(1)));
        assertThat(task).hasToString("Task Task-1 of sleep(PT1S) (not started)");
        settle();
        assertThat(task).hasToString("Task Task-1 (suspended, waits for a sleep with PT1S left)");
    }

    @Test
    void a135_theStackOfASuspendedTaskIsWhereItsCoroutinesAreSuspended() {
        Task<String> task = loop.createTask(outer(sleeper("nap", 2)));
        assertThat(task.stack()).isEmpty();
        settle();
        assertThat(task.stack())
                .extracting(StackTraceElement::toString)
                .containsExactly("Script.outer(Script.java:2)", "Script.nap(Script.java:1)");
        loop.runUntilComplete(task);
        assertThat(task.stack()).isEmpty();
    }

    @Test
    void a135_theStackOfAFailedTaskIsTheTraceOfItsFailureFromTheOutermost() {
        Script<String> failing = Script.<String>of("failing", nothing -> Async.sleep(seconds(1)))
                .then(nothing -> Async.failed(new IllegalStateException("no")));
        Task<String> task = loop.createTask(outer(failing));
        loop.runUntilComplete(Script.awaiting(Async.sleep(seconds(3))));
        List<StackTraceElement> trace = List.of(task.exception().getStackTrace());
        assertThat(trace).isNotEmpty();
        assertThat(task.stack()).hasSameSizeAs(trace).first().isEqualTo(trace.get(trace.size() - 1));
    }

    @Test
    void a136_theTraceOfAFailureThreeAwaitsDeepNamesEveryCoroutineOnTheWay() {
        Script<String> inner = Script.<String>of("inner", nothing -> Async.sleep(seconds(1)))
                .then(nothing -> {
                    throw new IllegalStateException("deep");
                });
        Script<String> middle = Script.<String>of("middle", nothing -> Async.done())
                .then(nothing -> Async.done())
                .then(nothing -> inner);
        Task<String> task = loop.createTask(outer(middle));
        loop.runUntilComplete(Script.awaiting(Async.sleep(seconds(2))));
        assertThat(task.exception().getStackTrace())
                .extracting(StackTraceElement::toString)
                .containsSubsequence("Script.middle(Script.java:3)", "Script.outer(Script.java:2)");
        assertThat(task.exception().getStackTrace()[0].getClassName())
                .isEqualTo(getClass().getName());
    }

    @Test
    void theTraceOfAFailureHidesHowARuntimeCoroutineRunsItsStates() {
        Script<String> boom = Script.<String>of("boom", nothing -> {
            throw new IllegalStateException("at once");
        });
        Script<String> awaiting = Script.<String>of("awaiting", nothing -> Async.sleep(seconds(1)))
                .then(nothing -> Async.retry(Retry.attempts(1), () -> boom));
        Task<String> task = loop.createTask(awaiting);
        loop.runUntilComplete(Script.awaiting(Async.sleep(seconds(2))));
        assertThat(task.exception().getStackTrace())
                .extracting(StackTraceElement::getClassName)
                .contains(Script.class.getName())
                .doesNotContain(HandWritten.class.getName());
    }

    @Test
    void d002_theCoroutinesOfASuspendedTaskGoFromTheOutermostToTheInnermost() {
        Script<String> inner = sleeper("nap", 2);
        Script<String> outer = outer(inner);
        Task<String> task = loop.createTask(outer);
        assertThat(task.coroutines()).isEmpty();
        settle();
        assertThat(task.coroutines()).hasSize(2);
        assertThat(task.coroutines().get(0)).isSameAs(outer);
        assertThat(task.coroutines().get(1)).isSameAs(inner);
        assertThat(inner.state()).isEqualTo(CoroutineState.SUSPENDED);
        assertThat(inner.line()).isEqualTo(1);
        loop.runUntilComplete(task);
        assertThat(task.coroutines()).isEmpty();
        assertThat(inner.state()).isEqualTo(CoroutineState.CLOSED);
        assertThat(inner.line()).isEqualTo(-1);
    }

    @Test
    void aSuspendedTaskGivesTheTaskOrPromiseThatItWaitsFor() {
        Promise<String> promise = loop.promise();
        Task<String> first = loop.createTask(Script.<String>awaiting(promise));
        Task<String> second = loop.createTask(Script.<String>awaiting(first));
        assertThat(second.waitsFor()).isNull();
        settle();
        assertThat(first.waitsFor()).isSameAs(promise);
        assertThat(second.waitsFor()).isSameAs(first);
        assertThat(second.toString()).endsWith("(suspended, waits for Task-1)");
        promise.complete("done");
        loop.runUntilComplete(second);
        assertThat(second.waitsFor()).isNull();
    }

    @Test
    void aTaskIsLookedIntoOnTheThreadOfItsLoopOnly() {
        Task<String> task = loop.createTask(sleeper("nap", 2));
        settle();
        CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(task::stack);
        assertThat(elsewhere)
                .failsWithin(java.time.Duration.ofSeconds(20))
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(IllegalStateException.class)
                .withMessageContaining("Task.stack()");
    }

    @Test
    void theCoroutineOfATaskThatWasCancelledBeforeItsFirstStepIsClosed() {
        Script<String> coroutine = sleeper("nap", 2);
        loop.createTask(coroutine).cancel();
        assertThat(coroutine.state()).isEqualTo(CoroutineState.CLOSED);
        settle();
        assertThat(trail).isEmpty();
    }

    @Test
    void whatNoCoroutineMethodMadeHasNoBody() {
        Async<Void> sleep = Async.sleep(seconds(1));
        assertThat(sleep.state()).isEqualTo(CoroutineState.CREATED);
        assertThat(sleep.line()).isEqualTo(-1);
        assertThat(sleep.locals()).isEmpty();
    }

    @Test
    void awaitingACoroutineOfATaskIsRefused() {
        Task<String> task = loop.createTask(sleeper("nap", 2));
        settle();
        Async<?> coroutine = task.coroutines().get(0);
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(Script.awaiting(coroutine)))
                .withMessageContaining("was awaited or started before");
    }
}
