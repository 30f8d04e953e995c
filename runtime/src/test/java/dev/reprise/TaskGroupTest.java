package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TaskGroupTest extends VirtualLoop {

    private final IOException boom = new IOException("boom");

    private Script<String> failing(int seconds) {
        return Script.<String>of("failing", nothing -> Async.sleep(seconds(seconds)))
                .then(nothing -> Async.failed(boom));
    }

    /** Sleeps very long; cleans up for some seconds when it is cancelled, which the group has to wait for. */
    private Script<String> cleaner(String name, int seconds) {
        return sleeper(name, 1000)
                .recover(failure -> Script.of(nothing -> Async.shield(Async.sleep(seconds(seconds))))
                        .then(nothing -> {
                            trail.add(name + " clean");
                            return Async.failed(failure);
                        }));
    }

    private Async<String> group(Function<TaskGroup, Awaitable<String>> block) {
        return TaskGroup.run(group -> Script.awaiting(block.apply(group)));
    }

    @Test
    void a068_whenTheBlockEndsAllChildrenHaveEnded() {
        List<Task<String>> children = new ArrayList<>();
        assertThat(loop.runUntilComplete(group(group -> {
                    children.add(group.fork(sleeper("a", 3)));
                    children.add(group.fork(sleeper("b", 1), "named"));
                    return Async.of("block");
                })))
                .isEqualTo("block");
        assertThat(children).extracting(Task::result).containsExactly("a", "b");
        assertThat(children.get(1).name()).isEqualTo("named");
        assertThat(clock.elapsed()).isEqualTo(seconds(3));
    }

    @Test
    void a068_joinEndsTheGroup() {
        assertThat(loop.runUntilComplete(Script.<String>of(nothing -> {
                    TaskGroup group = TaskGroup.open();
                    Task<String> child = group.fork(sleeper("child", 2));
                    return Script.<String>of(start -> group.join()).then(joined -> child);
                })))
                .isEqualTo("child");
    }

    @Test
    void a069_theFirstFailureCancelsSiblingsAndBlock_allAreWaitedFor_andItComesOutItself() {
        List<Task<String>> children = new ArrayList<>();
        Async<String> program = group(group -> {
            children.add(group.fork(failing(1)));
            children.add(group.fork(cleaner("sibling", 5)));
            return sleeper("block", 1000).recover(failure -> {
                trail.add("block interrupted");
                return Async.failed(failure);
            });
        });
        assertThatThrownBy(() -> loop.runUntilComplete(program)).isSameAs(boom).hasNoSuppressedExceptions();
        assertThat(trail).containsExactly("block", "sibling", "block interrupted", "sibling clean");
        assertThat(children.get(1).isCancelled()).isTrue();
        assertThat(clock.elapsed()).isEqualTo(seconds(6));
        loop.close();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void a069_failuresOfTheSiblingsAreSuppressedInTheFirst() {
        IOException second = new IOException("second");
        Async<String> program = group(group -> {
            group.fork(failing(1));
            group.fork(sleeper("sibling", 1000).recover(cancelled -> Async.failed(second)));
            return Async.of("block");
        });
        assertThatThrownBy(() -> loop.runUntilComplete(program)).isSameAs(boom).hasSuppressedException(second);
        loop.close();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void a070_aFailureOfTheBlockCancelsTheChildrenAndComesOut() {
        Async<String> program = group(group -> {
            group.fork(cleaner("child", 2));
            return failing(1);
        });
        assertThatThrownBy(() -> loop.runUntilComplete(program)).isSameAs(boom);
        assertThat(trail).containsExactly("child", "child clean");
        assertThat(clock.elapsed()).isEqualTo(seconds(3));
    }

    @Test
    void a070_aBlockThatThrowsAtOnceDoesSo() {
        IllegalArgumentException thrown = new IllegalArgumentException();
        assertThatThrownBy(() -> loop.runUntilComplete(TaskGroup.run(group -> {
                    group.fork(sleeper("child", 1000));
                    throw thrown;
                })))
                .isSameAs(thrown);
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void a071_cancelledFromOutside_allChildrenAreCancelledAndWaitedFor_andACancellationComesOut() {
        Task<String> whole = loop.createTask(group(group -> {
            group.fork(cleaner("waiting", 4));
            return Async.of("block");
        }));
        Task<String> inBlock = loop.createTask(group(group -> {
            group.fork(cleaner("other", 4));
            return sleeper("block", 1000);
        }));
        settle();
        whole.cancel("outside");
        inBlock.cancel("outside");
        assertThatThrownBy(() -> loop.runUntilComplete(whole))
                .isInstanceOf(Cancelled.class)
                .hasMessage("outside");
        assertThatThrownBy(() -> loop.runUntilComplete(inBlock))
                .isInstanceOf(Cancelled.class)
                .hasMessage("outside");
        assertThat(trail).contains("waiting clean", "other clean");
        assertThat(clock.elapsed()).isEqualTo(seconds(4));
    }

    @Test
    void a072_aGroupThatHasEndedOrIsCancelledTakesNoTasks() {
        List<TaskGroup> groups = new ArrayList<>();
        loop.runUntilComplete(group(group -> {
            groups.add(group);
            group.cancel();
            assertThatIllegalStateException()
                    .isThrownBy(() -> group.fork(mark("body")))
                    .withMessageContaining("cancelled");
            return Async.of("");
        }));
        assertThatIllegalStateException()
                .isThrownBy(() -> groups.get(0).fork(mark("body")))
                .withMessageContaining("has ended");
        settle();
        assertThat(trail).isEmpty();
        assertThatIllegalStateException().isThrownBy(TaskGroup::open);
    }

    @Test
    void a073_afterACaughtFailureTheParentIsNotCancelled() {
        Task<String> parent = loop.createTask(Script.<String>awaiting(group(group -> {
                    group.fork(failing(1));
                    return sleeper("block", 1000);
                }))
                .recover(failure -> Async.sleep(seconds(1)))
                .then(nothing -> Async.of("went on, " + loop.currentTask().cancelling() + " requests")));
        assertThat(loop.runUntilComplete(parent)).isEqualTo("went on, 0 requests");
        assertThat(clock.elapsed()).isEqualTo(seconds(2));
    }

    @Test
    void a074_aFailureInANestedGroupFailsBoth() {
        IOException late = new IOException("late");
        Async<String> program = group(outer -> {
            outer.fork(sleeper("outer sibling", 1000).recover(cancelled -> Async.failed(late)));
            return group(inner -> {
                inner.fork(failing(1));
                return inner.fork(sleeper("inner sibling", 1000));
            });
        });
        assertThatThrownBy(() -> loop.runUntilComplete(program)).isSameAs(boom).hasSuppressedException(late);
    }

    @Test
    void a075_aFailureAndACancellationAtOnce_theFailureComesOut_theCancellationIsNotLost() {
        Task<String> parent = loop.createTask(Script.<String>awaiting(group(group -> {
                    group.fork(sleeper("child", 1000).recover(cancelled -> Async.failed(boom)));
                    return Async.of("block");
                }))
                .recover(failure -> {
                    trail.add("saw " + failure.getMessage());
                    return Async.sleep(seconds(1));
                })
                .recover(failure -> {
                    trail.add("then " + failure);
                    return Async.of("end");
                }));
        settle();
        parent.cancel("outside");
        assertThat(loop.runUntilComplete(parent)).isEqualTo("end");
        assertThat(trail).containsExactly("child", "saw boom", "then dev.reprise.Cancelled: outside");
        assertThat(parent.cancelling()).isEqualTo(1);
    }

    @Test
    void a075_soItIsWhenTheBlockIsInterruptedAndTheClampIsAScope() {
        CancelScope[] around = new CancelScope[1];
        Task<String> parent = loop.createTask(Script.<String>of(nothing -> {
            around[0] = CancelScope.create();
            return around[0].run(Script.<String>awaiting(group(group -> {
                        group.fork(sleeper("child", 1000).recover(cancelled -> Async.failed(boom)));
                        return sleeper("block", 1000);
                    }))
                    .recover(failure -> {
                        trail.add("saw " + failure.getMessage());
                        return Async.sleep(seconds(1), "not reached");
                    }));
        }));
        settle();
        around[0].cancel();
        assertThat(loop.runUntilComplete(parent)).isNull();
        assertThat(trail).containsExactly("block", "child", "saw boom");
        assertThat(around[0].isCaught()).isTrue();
    }

    @Test
    void d006_cancelEndsTheGroupWithoutAFailure() {
        List<TaskGroup> groups = new ArrayList<>();
        Task<String> whole = loop.createTask(group(group -> {
            groups.add(group);
            group.fork(cleaner("child", 3));
            group.fork(Script.of(nothing -> Async.sleep(seconds(1))).then(nothing -> {
                group.cancel("enough");
                group.cancel("again");
                return Async.done();
            }));
            return sleeper("block", 1000);
        }));
        assertThat(loop.runUntilComplete(whole)).isNull();
        assertThat(trail).containsExactly("block", "child", "child clean");
        assertThat(clock.elapsed()).isEqualTo(seconds(4));
        assertThat(whole.cancelling()).isZero();
        groups.get(0).cancel();
    }

    @Test
    void aChildOfACancelledGroupIsInterruptedAtEverySuspension() {
        Async<String> program = group(group -> {
            group.fork(sleeper("stubborn", 1000)
                    .recover(first -> Async.sleep(seconds(50)))
                    .recover(second -> {
                        trail.add("second " + second.getMessage());
                        return Async.sleep(Duration.ZERO);
                    })
                    .recover(third -> mark("third")));
            return failing(1);
        });
        assertThatThrownBy(() -> loop.runUntilComplete(program)).isSameAs(boom);
        assertThat(trail)
                .containsExactly("stubborn", "second a task of the group failed: java.io.IOException: boom", "third");
        assertThat(clock.elapsed()).isEqualTo(seconds(1));
    }

    @Test
    void aChildThatHasNotStartedWhenItsGroupIsCancelledNeverRuns() {
        loop.runUntilComplete(group(group -> {
            group.fork(mark("body"));
            group.cancel();
            return Async.of("");
        }));
        assertThat(trail).isEmpty();
    }

    @Test
    void cancellingAnOuterGroupReachesTheChildrenOfInnerOnesAtOnce() {
        List<Task<?>> deep = new ArrayList<>();
        Async<String> program = group(outer -> {
            outer.fork(Script.<String>awaiting(group(inner -> {
                deep.add(inner.fork(sleeper("deep", 1000)));
                return cleaner("holds the inner block open", 10);
            })));
            return failing(1);
        });
        Task<String> whole = loop.createTask(program);
        loop.runUntilComplete(Async.sleep(seconds(2)));
        assertThat(deep.get(0).isCancelled()).isTrue();
        assertThat(whole.isDone()).isFalse();
        assertThatThrownBy(() -> loop.runUntilComplete(whole)).isSameAs(boom);
    }

    @Test
    void groupsNestedAThousandDeepAreCancelledWithoutUsingTheStack() {
        Task<String> whole = loop.createTask(nest(5000));
        for (int i = 0; i < 1100; i++) {
            settle();
        }
        whole.cancel("all of it");
        assertThatThrownBy(() -> loop.runUntilComplete(whole)).isInstanceOf(Cancelled.class);
        assertThat(loop.tasks()).isEmpty();
        assertThat(clock.elapsed()).isZero();
    }

    private Async<String> nest(int depth) {
        return depth == 0 ? Async.sleep(seconds(1000), "") : group(group -> group.fork(nest(depth - 1)));
    }

    @Test
    void childrenMayForkSiblings() {
        loop.runUntilComplete(group(group -> {
            group.fork(Script.of(nothing -> Async.sleep(seconds(1))).then(nothing -> {
                group.fork(sleeper("late", 5));
                return Async.done();
            }));
            return Async.of("");
        }));
        assertThat(trail).containsExactly("late", "late awake");
    }

    @Test
    void aCancelledChildIsNoFailure() {
        assertThat(loop.runUntilComplete(group(group -> {
                    Task<String> victim = group.fork(sleeper("victim", 1000));
                    group.fork(sleeper("other", 3));
                    group.fork(Script.of(nothing -> Async.sleep(seconds(1))).then(nothing -> {
                        victim.cancel();
                        return Async.done();
                    }));
                    return Async.of("fine");
                })))
                .isEqualTo("fine");
        assertThat(trail).contains("other awake");
    }

    @Test
    void aCancellationThatNobodyAskedForComesOutOfTheBlock() {
        Task<String> foreign = loop.createTask(sleeper("foreign", 1000));
        Task<String> whole = loop.createTask(group(group -> {
            group.fork(sleeper("child", 1000));
            return foreign;
        }));
        settle();
        foreign.cancel("elsewhere");
        assertThatThrownBy(() -> loop.runUntilComplete(whole))
                .isInstanceOf(Cancelled.class)
                .hasMessage("elsewhere");
        assertThat(loop.tasks()).isEmpty();
    }

    @Test
    void inASupervisorChildrenFailAlone() {
        List<Task<String>> children = new ArrayList<>();
        assertThat(loop.runUntilComplete(TaskGroup.<String, RuntimeException>runSupervisor(group -> {
                    children.add(group.fork(failing(1)));
                    children.add(group.fork(sleeper("other", 3)));
                    return Async.of("fine");
                })))
                .isEqualTo("fine");
        assertThat(children.get(0).exception()).isSameAs(boom);
        assertThat(children.get(1).result()).isEqualTo("other");
    }

    @Test
    void aFailureInASupervisorThatNobodyAskedForIsReported() {
        loop.runUntilComplete(TaskGroup.<String, RuntimeException>runSupervisor(group -> {
            group.fork(failing(1));
            return Async.of("fine");
        }));
        loop.close();
        assertThat(unhandled).extracting(UnhandledFailure::exception).containsExactly(boom);
    }

    @Test
    void startWaitsUntilTheChildIsReady() {
        assertThat(loop.runUntilComplete(group(group -> Script.<String>awaiting(group.start(
                                ready -> Script.of(nothing -> Async.sleep(seconds(2)))
                                        .then(nothing -> {
                                            ready.complete("port 80");
                                            return sleeper("serving", 3);
                                        })))
                        .then(port -> {
                            trail.add("got " + port);
                            return Async.of("block");
                        }))))
                .isEqualTo("block");
        assertThat(trail).containsExactly("serving", "got port 80", "serving awake");
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
    }

    @Test
    void aChildThatEndsBeforeItIsReadyFailsItsStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(group(group -> group.start(ready -> mark("done")))))
                .withMessageContaining("ended before it was ready");
        assertThatThrownBy(() -> loop.runUntilComplete(
                        TaskGroup.<String, RuntimeException>runSupervisor(group -> group.start(ready -> failing(1)))))
                .isSameAs(boom);
        assertThatThrownBy(() -> loop.runUntilComplete(group(group -> group.start(ready -> failing(1)))))
                .isSameAs(boom);
    }

    @Test
    void aChildWhoseStartIsCancelledIsCancelled() {
        loop.runUntilComplete(TaskGroup.run(group -> Script.<String>awaiting(
                        Async.timeout(seconds(1), group.<String>start(ready -> sleeper("never ready", 1000))))
                .recover(failure -> {
                    trail.add(failure.getMessage());
                    return Async.of("");
                })));
        assertThat(trail).containsExactly("never ready", "timed out after PT1S");
        assertThat(clock.elapsed()).isEqualTo(seconds(1));
    }

    @Test
    void aGroupThatIsNeverClosedTakesItsChildrenWithIt() {
        List<Task<?>> children = new ArrayList<>();
        loop.runUntilComplete(Script.doing(() -> children.add(TaskGroup.open().fork(sleeper("orphan", 1000)))));
        settle();
        assertThat(children.get(0).isDone()).isTrue();
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).message()).contains("task group").contains("not closed");
    }

    @Test
    void closingWithoutJoinCancelsTheChildren() {
        List<Task<?>> children = new ArrayList<>();
        loop.runUntilComplete(Script.of(nothing -> {
            TaskGroup group = TaskGroup.open();
            children.add(group.fork(cleaner("child", 4)));
            return Script.of(start -> Async.sleep(seconds(1))).then(slept -> group.closeAsync());
        }));
        assertThat(children.get(0).isCancelled()).isTrue();
        assertThat(trail).containsExactly("child", "child clean");
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
    }

    @Test
    void onlyTheTaskThatOpenedAGroupJoinsIt() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        loop.runUntilComplete(group(group -> group.fork(Script.<String>of(start -> group.join())))))
                .withMessageContaining("joined by the task that opened it");
    }

    @Test
    void aGroupThatIsNeverClosedIsReportedWhenItsTaskEnds_andItsChildrenAreCancelled() {
        Task<?>[] child = new Task<?>[1];
        Task<Object> careless = loop.createTask(Script.of(nothing -> {
            child[0] = TaskGroup.open().fork(sleeper("child", 100));
            return Async.sleep(Duration.ZERO);
        }));
        loop.runUntilComplete(careless);
        settle();
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).message()).startsWith("a task group was not closed");
        assertThat(unhandled.get(0).task()).isSameAs(careless);
        assertThat(child[0].isCancelled()).isTrue();
        assertThat(trail).containsExactly("child");
    }
}
