package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.reprise.sync.Barrier;
import dev.reprise.sync.Condition;
import dev.reprise.sync.Event;
import dev.reprise.sync.Lock;
import dev.reprise.sync.Queue;
import dev.reprise.sync.Semaphore;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What two loops on two threads have to do with each other. */
@Timeout(60)
class CrossLoopTest {

    private final java.util.Queue<UnhandledFailure> unhandled = new ConcurrentLinkedQueue<>();
    private final LoopGroup group = LoopGroup.open(4);
    private final EventLoop here = group.loops().get(0);
    private final EventLoop there = group.loops().get(1);

    CrossLoopTest() {
        group.setExceptionHandler((loop, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void close() {
        group.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A coroutine that says when it waits and, when it is cancelled, says that and ends so. */
    private static Script<String> waiting(CountDownLatch waits, CountDownLatch cancelled) {
        return Script.<String>of(nothing -> {
                    waits.countDown();
                    return EventLoop.current().promise();
                })
                .recover(failure -> {
                    cancelled.countDown();
                    return Async.failed(failure);
                });
    }

    private <T> T onThisLoop(Awaitable<T> coroutine) throws Exception {
        try {
            return here.runThreadsafe(coroutine).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        }
    }

    // ---- awaiting a task

    @Test
    void aCoroutineGoesOnOnItsOwnLoopWithTheValueOfATaskOfAnother() throws Exception {
        Task<EventLoop> task = there.runThreadsafe(Script.<EventLoop>of(nothing -> Async.sleep(Duration.ZERO))
                .then(nothing -> Async.of(EventLoop.current())));
        assertThat(onThisLoop(Script.<Boolean>of(nothing -> task)
                        .then((EventLoop where) -> Async.of(where == there && EventLoop.current() == here))))
                .isTrue();
    }

    @Test
    void aFailureIsTheSameInstanceOnTheOtherLoopAndIsReceived() throws Exception {
        IllegalArgumentException failure = new IllegalArgumentException("boom");
        for (int i = 0; i < 100; i++) {
            Task<String> task = there.runThreadsafe(Async.failed(failure));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> onThisLoop(Script.awaiting(task)))
                    .isSameAs(failure);
        }
        group.close();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void aTaskThatIsCancelledRaisesCancelledOnTheOtherLoop() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Task<String> task = there.runThreadsafe(waiting(waits, new CountDownLatch(1)));
        Task<String> awaiting = here.runThreadsafe(Script.awaiting(task));
        await(waits);
        task.cancel(true);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(awaiting::get);
    }

    @Test
    void cancellingTheAwaitingTaskCancelsTheTaskOfTheOtherLoop() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Task<String> task = there.runThreadsafe(waiting(waits, cancelled));
        Task<String> awaiting = here.runThreadsafe(Script.awaiting(task));
        await(waits);
        here.runThreadsafe(Script.doing(() -> {})).get();
        awaiting.cancel(true);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(awaiting::get);
        await(cancelled);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(task::get);
    }

    @Test
    void theAwaitingTaskDoesNotWaitForTheCleanUpOfTheOtherLoop() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Task<String> task = there.runThreadsafe(Script.<String>of(nothing -> {
                    waits.countDown();
                    return EventLoop.current().promise();
                })
                .recover(cancelled -> {
                    await(released);
                    throw new IllegalStateException("in the clean-up");
                }));
        await(waits);
        assertThatExceptionOfType(TimedOut.class)
                .isThrownBy(() -> onThisLoop(Async.timeout(Duration.ofMillis(1), task)));
        released.countDown();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(task::get)
                .withMessageContaining("in the clean-up");
    }

    @Test
    void aFailureInTheCleanUpThatNobodyAwaitsAnyMoreIsReported() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Task<String> awaiting =
                here.runThreadsafe(Script.<String>of(nothing -> there.runThreadsafe(Script.<String>of(nothing2 -> {
                            waits.countDown();
                            return EventLoop.current().promise();
                        })
                        .recover(cancelled -> Async.failed(new IllegalStateException("in the clean-up"))))));
        await(waits);
        awaiting.cancel(true);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(awaiting::get);
        group.close();
        assertThat(unhandled)
                .singleElement()
                .satisfies(each -> assertThat(each.exception()).hasMessage("in the clean-up"));
    }

    @Test
    void aShieldKeepsACancellationFromTheOtherLoop() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Task<String> task = there.runThreadsafe(Script.<String>of(nothing -> Async.toThread(() -> {
            waits.countDown();
            await(goOn);
            return "done";
        })));
        Task<String> awaiting = here.runThreadsafe(Script.awaiting(Async.shield(task)));
        await(waits);
        here.runThreadsafe(Script.doing(() -> {})).get();
        awaiting.cancel(true);
        goOn.countDown();
        assertThat(task.get()).isEqualTo("done");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(awaiting::get);
    }

    @Test
    void aTaskThatHasEndedIsAwaitedWithoutSuspending() throws Exception {
        Task<String> task = there.runThreadsafe(Async.of("value"));
        task.get();
        assertThat(onThisLoop(Script.awaiting(task))).isEqualTo("value");
        there.runThreadsafe(Script.doing(() -> {})).get();
    }

    @Test
    void combinatorsTakeTasksOfOtherLoops() throws Exception {
        Task<Integer> one = there.runThreadsafe(new Counting(3, i -> Async.sleep(Duration.ZERO)));
        Task<Integer> two = group.loops().get(2).runThreadsafe(new Counting(2, i -> Async.sleep(Duration.ZERO)));
        assertThat(onThisLoop(Async.<Integer>gather(one, two, Async.of(1)))).containsExactly(3, 2, 1);
        assertThat(onThisLoop(Async.<Integer>race(one, two))).isIn(2, 3);
        Script<Integer> inGroup = Script.<Integer>of(nothing -> TaskGroup.run(children -> {
            Task<Integer> child = children.fork(one);
            return Script.<Integer>of(nothing2 -> child);
        }));
        assertThat(onThisLoop(inGroup)).isEqualTo(3);
    }

    @Test
    void waitsForNamesTheTaskOfTheOtherLoop() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        Task<String> task = there.runThreadsafe(waiting(waits, new CountDownLatch(1)));
        Task<String> awaiting = here.runThreadsafe(Script.awaiting(task));
        await(waits);
        assertThat(onThisLoop(Script.<Boolean>of(nothing -> Async.of(awaiting.waitsFor() == task))))
                .isTrue();
        assertThat(awaiting.toString())
                .contains("waits for " + task.name() + " of EventLoop (running, thread reprise-loop-2)");
    }

    @Test
    void aTaskOfAClosedLoopIsAwaitedIfItHasEnded() throws Exception {
        LoopGroup other = LoopGroup.open(1);
        Task<String> ended = other.createTask(Async.of("value"));
        Task<String> left = other.createTask(waiting(new CountDownLatch(1), new CountDownLatch(1)));
        ended.get();
        other.close();
        assertThat(onThisLoop(Script.awaiting(ended))).isEqualTo("value");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> here.runThreadsafe(Script.awaiting(left)).get());
    }

    @Test
    void closingALoopWakesThoseWhoWaitForItsTasks() throws Exception {
        for (int round = 0; round < 200; round++) {
            LoopGroup other = LoopGroup.open(1);
            CountDownLatch waits = new CountDownLatch(1);
            Task<String> task = other.createTask(waiting(waits, new CountDownLatch(1)));
            Task<String> awaiting = here.runThreadsafe(Script.awaiting(task));
            await(waits);
            other.close();
            assertThatExceptionOfType(CancellationException.class).isThrownBy(awaiting::get);
        }
    }

    @Test
    void futuresOfOtherLoopsAreAwaitedAndCancelled() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<String> value = there.runThreadsafe(Async.of("value")).toCompletableFuture();
        assertThat(onThisLoop(Script.awaiting(Async.from(value)))).isEqualTo("value");
        CompletableFuture<String> future =
                there.runThreadsafe(waiting(waits, cancelled)).toCompletableFuture();
        Task<String> awaiting = here.runThreadsafe(Script.awaiting(Async.from(future)));
        await(waits);
        here.runThreadsafe(Script.doing(() -> {})).get();
        awaiting.cancel(true);
        assertThatExceptionOfType(CancellationException.class).isThrownBy(awaiting::get);
        await(cancelled);
    }

    @Test
    void loopsInVirtualTimeWaitForEachOther() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (LoopGroup virtual = LoopGroup.open(2, () -> LoopOptions.defaults().clock(new VirtualClock()))) {
            EventLoop one = virtual.loops().get(0);
            EventLoop two = virtual.loops().get(1);
            Task<String> slow = two.runThreadsafe(Script.<String>of(nothing -> Async.sleep(Duration.ofDays(1)))
                    .then(nothing -> Async.toThread(() -> {
                        await(goOn);
                        return "done";
                    })));
            Task<String> awaiting = one.runThreadsafe(Script.awaiting(slow));
            one.runThreadsafe(Script.doing(() -> {})).get();
            goOn.countDown();
            assertThat(awaiting.get()).isEqualTo("done");
        }
    }

    // ---- many

    @Test
    void manyAwaitsAcrossFourLoopsAllComeBack() throws Exception {
        int chains = 200;
        int length = 50;
        List<Task<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < chains; i++) {
            tasks.add(group.createTask(chain(length)));
        }
        for (Task<Integer> task : tasks) {
            assertThat(task.get()).isEqualTo(length);
        }
    }

    /** A coroutine that awaits one on another loop that awaits one on another loop, and so on. */
    private Script<Integer> chain(int length) {
        if (length == 0) {
            return Script.of(nothing -> Async.of(0));
        }
        return Script.<Integer>of(nothing -> group.createTask(chain(length - 1)))
                .then((Integer inner) -> Async.of(inner + 1));
    }

    @Test
    void cancellingAndEndingRaceAndEveryTaskEndsOnce() throws Exception {
        int rounds = 5_000;
        int ended = 0;
        for (int i = 0; i < rounds; i++) {
            Task<String> task = there.runThreadsafe(
                    Script.<String>of(nothing -> Async.sleep(Duration.ZERO)).then(nothing -> Async.of("value")));
            Task<String> awaiting = here.runThreadsafe(Script.awaiting(task));
            if (i % 3 != 0) {
                awaiting.cancel(true);
            }
            try {
                assertThat(awaiting.get()).isEqualTo("value");
                ended++;
            } catch (CancellationException e) {
                assertThat(i % 3).isNotZero();
            }
        }
        assertThat(ended).isGreaterThanOrEqualTo(rounds / 3);
        group.close();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void aFailureThatRacesWithACancellationIsReceivedOrReportedOnce() throws Exception {
        int rounds = 3_000;
        int received = 0;
        for (int i = 0; i < rounds; i++) {
            CountDownLatch running = new CountDownLatch(1);
            Task<String> awaiting = here.runThreadsafe(Script.<String>of(nothing -> {
                Task<String> abroad = there.runThreadsafe(Script.<String>of(nothing2 -> {
                            running.countDown();
                            return Async.sleep(Duration.ZERO);
                        })
                        .recover(cancelled -> Async.done())
                        .then(nothing2 -> Async.failed(new IllegalStateException("boom"))));
                return Script.awaiting(abroad);
            }));
            await(running);
            awaiting.cancel(true);
            try {
                awaiting.get();
            } catch (ExecutionException e) {
                received++;
            } catch (CancellationException e) {
                // then it is reported
            }
        }
        group.close();
        assertThat(unhandled.size() + received).isEqualTo(rounds);
    }

    // ---- what is not shared

    private enum Foreign {
        LOCK {
            @Override
            Object touch(Things of) {
                return of.lock.tryAcquire();
            }
        },
        SEMAPHORE {
            @Override
            Object touch(Things of) {
                return of.semaphore.tryAcquire();
            }
        },
        EVENT {
            @Override
            Object touch(Things of) {
                of.event.set();
                return of;
            }
        },
        CONDITION {
            @Override
            Object touch(Things of) {
                of.condition.signal();
                return of;
            }
        },
        BARRIER {
            @Override
            Object touch(Things of) {
                of.barrier.reset();
                return of;
            }
        },
        QUEUE {
            @Override
            Object touch(Things of) {
                return of.queue.poll();
            }
        },
        PROMISE {
            @Override
            Object touch(Things of) {
                of.promise.complete("value");
                return of;
            }
        },
        TASK {
            @Override
            Object touch(Things of) {
                return of.task.cancel("why");
            }
        },
        TASK_GROUP {
            @Override
            Object touch(Things of) {
                return of.group.fork(Async.done());
            }
        },
        SCOPE {
            @Override
            Object touch(Things of) {
                of.scope.cancel();
                return of;
            }
        },
        LOOP {
            @Override
            Object touch(Things of) {
                return of.loop.createTask(Async.done());
            }
        };

        abstract Object touch(Things of);
    }

    /** One of everything, used on one loop. */
    private static final class Things {
        final EventLoop loop = EventLoop.current();
        final Lock lock = new Lock();
        final Semaphore semaphore = new Semaphore(1);
        final Event event = new Event();
        final Condition condition = new Condition(lock);
        final Barrier barrier = new Barrier(2);
        final Queue<String> queue = Queue.unbounded();
        final Promise<String> promise = loop.promise();
        final TaskGroup group = TaskGroup.open();
        final CancelScope scope = CancelScope.create();
        final Task<?> task = loop.createTask(Script.awaiting(promise));

        Things() {
            lock.tryAcquire();
            semaphore.tryAcquire();
            event.clear();
            barrier.reset();
            queue.add("item");
        }
    }

    @ParameterizedTest
    @EnumSource(Foreign.class)
    void whatBelongsToAnotherLoopIsRefusedAndBothLoopsAreNamed(Foreign foreign) throws Exception {
        CountDownLatch made = new CountDownLatch(1);
        Things[] things = new Things[1];
        there.runThreadsafe(Script.of(nothing -> {
            things[0] = new Things();
            made.countDown();
            return things[0].promise;
        }));
        await(made);
        assertThatIllegalStateException()
                .isThrownBy(() -> onThisLoop(Script.of(nothing -> {
                    Object touched = foreign.touch(things[0]);
                    return Async.of(touched);
                })))
                .withMessageContaining("thread reprise-loop-1)")
                .withMessageContaining("thread reprise-loop-2)");
        unhandled.clear();
    }

    @Test
    void aPromiseOfAnotherLoopIsNotAwaited() throws Exception {
        Promise<String>[] made = promiseOfThere();
        assertThatIllegalStateException()
                .isThrownBy(() -> onThisLoop(Script.awaiting(made[0])))
                .withMessageContaining("thread reprise-loop-1)")
                .withMessageContaining("thread reprise-loop-2)");
        assertThatIllegalStateException()
                .isThrownBy(() -> onThisLoop(Async.gather(made[0])))
                .withMessageContaining("belongs to");
    }

    @SuppressWarnings("unchecked")
    private Promise<String>[] promiseOfThere() throws Exception {
        Promise<String>[] made = new Promise[1];
        there.runThreadsafe(Script.doing(() -> made[0] = there.promise())).get();
        return made;
    }

    @Test
    void whenTwoLoopsUseAFreshLockAtOnceOneIsRefused() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            Lock lock = new Lock();
            Task<Boolean> one = here.runThreadsafe(taking(lock));
            Task<Boolean> two = there.runThreadsafe(taking(lock));
            assertThat(one.get() ^ two.get()).isTrue();
        }
    }

    /** Whether the lock lets this loop in. */
    private static Script<Boolean> taking(Lock lock) {
        return Script.<Boolean>of(nothing -> {
                    lock.tryAcquire();
                    return Async.of(true);
                })
                .recover(refused -> Async.of(false));
    }
}
