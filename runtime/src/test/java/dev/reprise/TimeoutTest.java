package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reprise.frame.BlockEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeoutTest extends VirtualLoop {

    @Test
    void a061_whatTakesTooLongIsCancelled_andItsCleanUpWaitedFor() {
        Task<String> slow = loop.createTask(sleeper("slow", 100)
                .recover(
                        failure -> Script.of(nothing -> Async.sleep(seconds(3))).then(nothing -> {
                            trail.add("clean");
                            return Async.failed(failure);
                        })));
        assertThatThrownBy(() -> loop.runUntilComplete(Async.timeout(seconds(1), slow)))
                .isInstanceOf(TimedOut.class)
                .hasMessage("timed out after PT1S")
                .hasCauseInstanceOf(Cancelled.class);
        assertThat(trail).containsExactly("slow", "clean");
        assertThat(clock.elapsed()).isEqualTo(seconds(4));
        assertThat(slow.isCancelled()).isTrue();
    }

    @Test
    void a061_whoEndsInTimeGivesItsValue_andLeavesNoTimer() {
        assertThat(loop.runUntilComplete(Async.timeout(seconds(10), sleeper("quick", 1))))
                .isEqualTo("quick");
        loop.runUntilComplete(Async.sleep(seconds(1)));
        assertThat(clock.elapsed()).isEqualTo(seconds(2));
    }

    @Test
    void a061_whoEndsNeverthelessEndsAsItDoes() {
        assertThat(loop.runUntilComplete(
                        Async.timeout(seconds(1), sleeper("stubborn", 100).recover(failure -> Async.of("kept")))))
                .isEqualTo("kept");
    }

    @Test
    void a062_withoutTimeACoroutineIsNotEvenStarted() {
        assertThatThrownBy(() -> loop.runUntilComplete(Async.timeout(Duration.ZERO, sleeper("never", 0))))
                .isInstanceOf(TimedOut.class);
        assertThatThrownBy(() -> loop.runUntilComplete(Async.timeout(seconds(-1), sleeper("never", 0))))
                .isInstanceOf(TimedOut.class);
        assertThat(trail).isEmpty();
    }

    @Test
    void a062_withoutTimeWhatHasEndedGivesItsValue_andWhatRunsIsCancelled() {
        Task<String> ended = loop.createTask(Async.of("value"));
        Task<String> running = loop.createTask(sleeper("running", 100));
        settle();
        assertThat(loop.runUntilComplete(Async.timeout(Duration.ZERO, ended))).isEqualTo("value");
        assertThatThrownBy(() -> loop.runUntilComplete(Async.timeout(Duration.ZERO, running)))
                .isInstanceOf(TimedOut.class);
        assertThat(running.isCancelled()).isTrue();
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void a063_cancellingTheCallerCancelsWhatItWaitsFor() {
        Task<String> inner = loop.createTask(sleeper("inner", 100));
        Task<String> caller = loop.createTask(Async.timeout(seconds(10), inner));
        settle();
        caller.cancel("outside");
        assertThatThrownBy(() -> loop.runUntilComplete(caller))
                .isInstanceOf(Cancelled.class)
                .hasMessage("outside");
        assertThat(inner.isCancelled()).isTrue();
    }

    @Test
    void a063_withoutALimitItJustWaits() {
        assertThat(loop.runUntilComplete(Async.timeout(null, sleeper("slow", 100))))
                .isEqualTo("slow");
    }

    @Test
    void a064_shieldLetsNoCancellationIn_theAwaiterGetsIt() {
        Task<String> inner = loop.createTask(sleeper("inner", 5));
        Task<String> outer = loop.createTask(
                Script.<String>awaiting(Async.shield(inner)).then(value -> Async.sleep(seconds(1), value)));
        settle();
        outer.cancel("outside");
        assertThatThrownBy(() -> loop.runUntilComplete(outer))
                .isInstanceOf(Cancelled.class)
                .hasMessage("outside");
        assertThat(inner.result()).isEqualTo("inner");
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
    }

    @Test
    void a076_aBlockThatTakesTooLongIsCancelledInside_andTimedOutComesOut() {
        List<Timeout> timeouts = new ArrayList<>();
        assertThatThrownBy(() -> loop.runUntilComplete(Timeout.<String, RuntimeException>run(seconds(2), timeout -> {
                    timeouts.add(timeout);
                    return sleeper("block", 100).recover(failure -> {
                        trail.add("inside " + failure.getClass().getSimpleName());
                        return Async.failed(failure);
                    });
                })))
                .isInstanceOf(TimedOut.class)
                .hasCauseInstanceOf(Cancelled.class);
        assertThat(timeouts.get(0).expired()).isTrue();
        assertThat(trail).containsExactly("block", "inside Cancelled");
    }

    @Test
    void a077_ofNestedTimeoutsTheOneThatExpiresRaises() {
        List<Timeout> inner = new ArrayList<>();
        Async<String> program = Async.timeout(
                seconds(1),
                Script.<String>awaiting(Timeout.<String, RuntimeException>run(seconds(10), timeout -> {
                            inner.add(timeout);
                            return sleeper("block", 100);
                        }))
                        .recover(failure -> {
                            trail.add("between: " + failure.getClass().getSimpleName());
                            return Async.failed(failure);
                        }));
        assertThatThrownBy(() -> loop.runUntilComplete(program))
                .isInstanceOf(TimedOut.class)
                .hasMessageContaining("PT1S");
        assertThat(inner.get(0).expired()).isFalse();
        assertThat(trail).containsExactly("block", "between: Cancelled");
    }

    @Test
    void a077_whenBothExpireAtOnceTheOuterRaises() {
        assertThatThrownBy(() -> loop.runUntilComplete(Async.timeout(
                        seconds(1),
                        Script.<String>awaiting(Async.timeout(seconds(1), sleeper("block", 100)))
                                .recover(failure -> {
                                    trail.add("between: " + failure.getClass().getSimpleName());
                                    return Async.failed(failure);
                                }))))
                .isInstanceOf(TimedOut.class);
        assertThat(trail).containsExactly("block", "between: Cancelled");
    }

    @Test
    void a078_aCancellationFromOutsidePassesThroughUnchanged() {
        Task<String> task = loop.createTask(Async.timeout(seconds(10), sleeper("block", 100)));
        settle();
        task.cancel("outside");
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(Cancelled.class)
                .hasMessage("outside");
    }

    @Test
    void a078_soItDoesWhenTheTimeIsOverAtThatMoment() {
        Task<String> task = loop.createTask(Async.timeout(
                seconds(1),
                sleeper("block", 100)
                        .recover(failure -> Async.shield(Async.sleep(seconds(5), "")))
                        .then(nothing -> Async.sleep(seconds(1), "not reached"))));
        loop.runUntilComplete(Async.sleep(seconds(3)));
        task.cancel("outside");
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
    }

    @Test
    void a079_withoutTimeABlockThatNeverSuspendsEnds_oneThatDoesIsTimedOut() {
        assertThat(loop.runUntilComplete(
                        Timeout.<String, RuntimeException>run(Duration.ZERO, timeout -> Async.of("value"))))
                .isEqualTo("value");
        assertThatThrownBy(
                        () -> loop.runUntilComplete(Timeout.run(Duration.ZERO, timeout -> Async.sleep(Duration.ZERO))))
                .isInstanceOf(TimedOut.class);
    }

    @Test
    void a080_aTimeoutCanBeMovedAndLifted() {
        List<Object> left = new ArrayList<>();
        assertThat(loop.runUntilComplete(Timeout.<String, RuntimeException>run(seconds(2), timeout -> {
                    timeout.reschedule(seconds(9));
                    left.add(timeout.timeLeft());
                    return sleeper("moved", 8);
                })))
                .isEqualTo("moved");
        assertThat(loop.runUntilComplete(Timeout.<String, RuntimeException>run(seconds(2), timeout -> {
                    timeout.reschedule(null);
                    left.add(timeout.timeLeft());
                    return sleeper("lifted", 50);
                })))
                .isEqualTo("lifted");
        assertThat(left).containsExactly(seconds(9), null);
        assertThatThrownBy(() -> loop.runUntilComplete(Timeout.<String, RuntimeException>run(seconds(20), timeout -> {
                    timeout.reschedule(seconds(1));
                    return sleeper("shortened", 8);
                })))
                .hasMessage("timed out after PT1S");
    }

    @Test
    void a080_afterItsEndATimeoutCannotBeMoved_andItExistsOnlyEntered() {
        List<Timeout> timeouts = new ArrayList<>();
        loop.runUntilComplete(Timeout.<String, RuntimeException>run(seconds(2), timeout -> {
            timeouts.add(timeout);
            return Async.of("");
        }));
        assertThatIllegalStateException()
                .isThrownBy(() -> timeouts.get(0).reschedule(seconds(1)))
                .withMessageContaining("has ended");
        assertThatIllegalStateException().isThrownBy(() -> Timeout.after(seconds(1)));
    }

    @Test
    void theBlockFormFailsWhenItsBodyWasInterrupted() {
        assertThatThrownBy(() -> loop.runUntilComplete(Script.of(nothing -> {
                    Timeout timeout = Timeout.after(seconds(1));
                    return sleeper("block", 100).recover(failure -> {
                        timeout.close();
                        return Async.failed(failure);
                    });
                })))
                .isInstanceOf(TimedOut.class);
        loop.runUntilComplete(Script.doing(() -> Timeout.after(Duration.ZERO).close()));
    }

    @Test
    void aTimeoutAroundAGroupEndsItsChildren() {
        assertThatThrownBy(() -> loop.runUntilComplete(Async.timeout(seconds(1), TaskGroup.run(group -> {
                    group.fork(sleeper("child", 100));
                    return sleeper("block", 100);
                }))))
                .isInstanceOf(TimedOut.class);
        assertThat(loop.tasks()).isEmpty();
        assertThatThrownBy(() -> loop.runUntilComplete(Async.timeout(seconds(1), TaskGroup.run(group -> {
                    group.fork(sleeper("child", 100));
                    return Async.of("block");
                }))))
                .isInstanceOf(TimedOut.class);
        assertThat(loop.tasks()).isEmpty();
    }

    @Test
    void atTheEndOfABlockTimedOutTakesThePlaceOfItsInterruption_butNotOfAnotherFailure() {
        for (Throwable raised : List.of(new Cancelled("interrupted"), new IllegalStateException("clean-up failed"))) {
            Throwable[] closing = new Throwable[1];
            Task<String> task = loop.createTask(Script.<String>of(nothing -> {
                Timeout timeout = Timeout.after(Duration.ZERO);
                return sleeper("block", 100).recover(failure -> {
                    closing[0] = catchThrowable(timeout::close);
                    BlockEnd.suppress(raised, closing[0]);
                    return Async.failed(raised);
                });
            }));
            if (raised instanceof Cancelled) {
                assertThatThrownBy(() -> loop.runUntilComplete(task))
                        .isSameAs(closing[0])
                        .hasCause(raised);
            } else {
                assertThatThrownBy(() -> loop.runUntilComplete(task))
                        .isSameAs(raised)
                        .hasSuppressedException(closing[0]);
            }
        }
    }

    @Test
    void anOrdinaryFailureOfAResourceIsSuppressedInACancellation() {
        Cancelled raised = new Cancelled(null);
        loop.runUntilComplete(Script.doing(() -> BlockEnd.suppress(raised, new TimedOut("of something else"))));
        assertThat(raised.getSuppressed()).hasSize(1);
    }
}
