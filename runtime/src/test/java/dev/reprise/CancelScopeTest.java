package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelScopeTest extends VirtualLoop {

    /** Runs {@code body} in a scope that another task cancels after a second. */
    private Task<String> cancelledAfterASecond(Async<String> body) {
        return loop.createTask(Script.<String>of(nothing -> {
            CancelScope scope = CancelScope.create();
            loop.callLater(seconds(1), () -> scope.cancel("scope"));
            return Script.<String>awaiting(scope.run(body)).then(value -> {
                trail.add("caught " + scope.isCaught());
                return Async.of(String.valueOf(value));
            });
        }));
    }

    @Test
    void everySuspensionInACancelledScopeFails_untilItIsLeft() {
        Task<String> task = cancelledAfterASecond(sleeper("one", 100)
                .recover(first -> Async.sleep(seconds(100)))
                .recover(second -> Async.sleep(Duration.ZERO))
                .recover(third -> Async.failed(third)));
        Task<String> whole = loop.createTask(
                Script.<String>awaiting(task).then(value -> Async.sleep(seconds(2), "went on after " + value)));
        assertThat(loop.runUntilComplete(whole)).isEqualTo("went on after null");
        assertThat(trail).containsExactly("one", "caught true");
        assertThat(clock.elapsed()).isEqualTo(seconds(3));
    }

    @Test
    void whatDoesNotSuspendIsNotInterrupted() {
        assertThat(loop.runUntilComplete(cancelledAfterASecond(sleeper("one", 100)
                        .recover(first -> Script.<String>of(nothing -> mark("no suspension"))
                                .then(nothing -> Async.of("value"))))))
                .isEqualTo("value");
        assertThat(trail).containsExactly("one", "no suspension", "caught false");
    }

    @Test
    void aScopeThatIsNotCancelledChangesNothing() {
        assertThat(loop.runUntilComplete(
                        Script.<String>of(nothing -> CancelScope.create().run(sleeper("one", 2)))))
                .isEqualTo("one");
    }

    @Test
    void aScopeCancelledBeforeItIsEnteredIsCancelledThen() {
        Task<String> task = loop.createTask(Script.<String>of(nothing -> {
            CancelScope scope = CancelScope.create();
            scope.cancel();
            return scope.run(sleeper("one", 1));
        }));
        assertThat(loop.runUntilComplete(task)).isNull();
        assertThat(trail).containsExactly("one");
    }

    @Test
    void onlyItsOwnCancellationEndsAtAScope() {
        List<CancelScope> scopes = new ArrayList<>();
        Task<String> task = loop.createTask(Script.<String>of(nothing -> {
            for (int i = 0; i < 3; i++) {
                scopes.add(CancelScope.create());
            }
            return scopes.get(0)
                    .run(Script.<String>awaiting(scopes.get(1).run(scopes.get(2).run(sleeper("one", 100))))
                            .then(value -> Async.of("not reached")));
        }));
        settle();
        scopes.get(2).cancel();
        scopes.get(0).cancel();
        assertThat(loop.runUntilComplete(task)).isNull();
        assertThat(scopes).extracting(CancelScope::isCaught).containsExactly(true, false, false);
    }

    @Test
    void aCancelledTaskIsNotCaughtByAScope() {
        CancelScope[] scope = new CancelScope[1];
        Task<String> task = loop.createTask(Script.<String>of(nothing -> {
            scope[0] = CancelScope.create();
            return scope[0].run(sleeper("one", 100));
        }));
        settle();
        scope[0].cancel("scope");
        task.cancel("task");
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
        assertThat(scope[0].isCaught()).isFalse();
    }

    @Test
    void aScopeAsksWhatItsTaskWaitsForOnlyOnce() {
        CancelScope[] scope = new CancelScope[2];
        Task<String> inner = loop.createTask(sleeper("inner", 100)
                .recover(failure ->
                        Script.<String>of(nothing -> Async.sleep(seconds(3))).then(nothing -> Async.of("cleaned up"))));
        Task<String> task = loop.createTask(Script.<String>of(nothing -> {
            scope[0] = CancelScope.create();
            scope[1] = CancelScope.create();
            return scope[0].run(scope[1].run(inner));
        }));
        settle();
        scope[1].cancel();
        settle();
        scope[0].cancel();
        assertThat(loop.runUntilComplete(task)).isEqualTo("cleaned up");
        assertThat(inner.cancelling()).isEqualTo(1);
    }

    @Test
    void aDeadlineCancelsAndCanBeMoved() {
        Task<String> task = loop.createTask(Script.<String>of(nothing -> {
            CancelScope scope = CancelScope.create().deadline(seconds(1));
            scope.deadline(null);
            scope.deadline(seconds(4));
            return scope.run(sleeper("one", 100));
        }));
        assertThat(loop.runUntilComplete(task)).isNull();
        assertThat(clock.elapsed()).isEqualTo(seconds(4));
    }

    @Test
    void aScopeThatWasLeftLeavesNoTimerBehind() {
        loop.runUntilComplete(Script.<String>of(
                nothing -> CancelScope.create().deadline(seconds(100)).run(sleeper("one", 1))));
        loop.runUntilComplete(Async.sleep(seconds(1)));
        assertThat(clock.elapsed()).isEqualTo(seconds(2));
    }

    @Test
    void timeLeftIsTheLeastOfTheDeadlinesAsFarAsAShield() {
        List<Object> seen = new ArrayList<>();
        assertThat(CancelScope.timeLeft()).isNull();
        loop.runUntilComplete(Script.of(nothing -> {
            seen.add(CancelScope.timeLeft());
            return CancelScope.create()
                    .deadline(seconds(5))
                    .run(() -> CancelScope.create().deadline(seconds(9)).run(() -> {
                        seen.add(CancelScope.timeLeft());
                        return CancelScope.shield().run(() -> {
                            seen.add(CancelScope.timeLeft());
                            return Async.of("");
                        });
                    }));
        }));
        assertThat(seen).containsExactly(null, seconds(5), null);
    }

    @Test
    void aChildSeesTheDeadlinesAroundItsGroup() {
        List<Object> seen = new ArrayList<>();
        loop.runUntilComplete(Script.of(nothing -> CancelScope.create()
                .deadline(seconds(5))
                .run(TaskGroup.run(group -> {
                    group.fork(Script.of(start -> Async.sleep(seconds(2))).then(slept -> {
                        seen.add(CancelScope.timeLeft());
                        return Async.done();
                    }));
                    return Async.of("");
                }))));
        assertThat(seen).containsExactly(seconds(3));
    }

    @Test
    void aShieldHoldsARequestBackUntilItIsLeft() {
        Task<String> task = loop.createTask(
                Script.<String>awaiting(Async.shield(sleeper("inside", 5))).then(value -> {
                    trail.add("got " + value);
                    return Async.sleep(seconds(5), "not reached");
                }));
        settle();
        task.cancel("outside");
        assertThat(task.cancelling()).isEqualTo(1);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(Cancelled.class)
                .hasMessage("outside");
        assertThat(trail).containsExactly("inside", "inside awake", "got inside");
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
    }

    @Test
    void aRequestInAShieldCanBeTakenBack() {
        Task<String> task = loop.createTask(Script.<String>awaiting(Async.shield(sleeper("inside", 5)))
                .then(value -> Async.sleep(seconds(5), "went on")));
        settle();
        task.cancel();
        assertThat(task.uncancel()).isZero();
        assertThat(loop.runUntilComplete(task)).isEqualTo("went on");
    }

    @Test
    void aShieldKeepsCancelledScopesOut_andCanBeCancelledItself() {
        Task<String> task = cancelledAfterASecond(sleeper("one", 100)
                .recover(failure -> Script.<String>of(nothing ->
                                CancelScope.shield().deadline(seconds(3)).run(sleeper("cleaning", 100)))
                        .then(nothing -> Async.failed(failure))));
        assertThat(loop.runUntilComplete(task)).isEqualTo("null");
        assertThat(trail).containsExactly("one", "cleaning", "caught true");
        assertThat(clock.elapsed()).isEqualTo(seconds(4));
    }

    @Test
    void nestedShieldsHandARequestOutwards() {
        Task<String> task = loop.createTask(Script.<String>awaiting(
                        Async.shield(Script.<String>awaiting(Async.shield(sleeper("inner", 2)))
                                .then(value -> sleeper("outer", 2))))
                .then(value -> Async.sleep(seconds(5), "not reached")));
        settle();
        task.cancel();
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
        assertThat(trail).containsExactly("inner", "inner awake", "outer", "outer awake");
    }

    @Test
    void whoCancelsItselfAndEntersAShieldIsCancelledAfterIt() {
        Task<String> task = loop.createTask(Script.<String>of(nothing -> {
                    loop.currentTask().cancel("myself");
                    return Async.shield(sleeper("inside", 1));
                })
                .then(value -> Async.sleep(seconds(1), "not reached")));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).hasMessage("myself");
        assertThat(trail).containsExactly("inside", "inside awake");
    }

    @Test
    void aScopeIsEnteredOnce_byATask() {
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(Script.of(nothing -> {
                    CancelScope scope = CancelScope.create();
                    return Script.of(start -> scope.run(Async.of(1))).then(one -> scope.run(Async.of(2)));
                })))
                .withMessageContaining("entered once");
        loop.callSoon(() -> CancelScope.create().enter());
        settle();
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs a task");
    }

    @Test
    void scopesAreLeftInReverseOrderByTheirTask() {
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(Script.doing(() -> {
                    CancelScope outer = CancelScope.create().enter();
                    CancelScope.create().enter();
                    outer.close();
                })))
                .withMessageContaining("reverse order");
        CancelScope[] scope = new CancelScope[1];
        loop.createTask(Script.of(nothing -> {
            scope[0] = CancelScope.create().enter();
            return Async.sleep(seconds(10));
        }));
        settle();
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(Script.doing(scope[0]::close)))
                .withMessageContaining("another task");
    }

    @Test
    void absorbThrowsWhatIsNotTheScopesOwn() {
        Cancelled cancelled = new Cancelled("x");
        loop.runUntilComplete(Script.doing(() -> {
            CancelScope own = CancelScope.create().enter();
            own.cancel();
            own.close();
            own.absorb(cancelled);
            assertThat(own.isCaught()).isTrue();
            CancelScope other = CancelScope.create().enter();
            other.close();
            assertThatThrownBy(() -> other.absorb(cancelled)).isSameAs(cancelled);
        }));
    }
}
