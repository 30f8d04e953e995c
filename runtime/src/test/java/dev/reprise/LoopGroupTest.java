package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopGroupTest {

    private final Queue<UnhandledFailure> unhandled = new ConcurrentLinkedQueue<>();

    private LoopGroup open(int loops) {
        LoopGroup group = LoopGroup.open(loops);
        group.setExceptionHandler((loop, failure) -> unhandled.add(failure));
        return group;
    }

    private static Script<EventLoop> whereAmI() {
        return Script.of(nothing -> Async.of(EventLoop.current()));
    }

    /** A coroutine that never ends by itself. */
    private static Script<Void> forever() {
        return Script.of(nothing -> EventLoop.current().promise());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // ---- placing

    @Test
    void aCoroutineRunsOnALoopOfTheGroupAndItsValueComesBack() throws Exception {
        try (LoopGroup group = open(3)) {
            assertThat(group.createTask(whereAmI()).get()).isIn(group.loops());
        }
    }

    @Test
    void childrenStayOnTheLoopOfTheirParent() throws Exception {
        try (LoopGroup group = open(4)) {
            for (int i = 0; i < 200; i++) {
                Task<List<EventLoop>> family = group.createTask(Script.<List<EventLoop>>of(
                        nothing -> Async.gather(whereAmI(), whereAmI(), Script.awaiting(whereAmI()))));
                assertThat(Set.copyOf(family.get()))
                        .containsExactly(family.get().get(0));
            }
        }
    }

    @Test
    void theLessLoadedOfTwoLoopsIsChosen() throws Exception {
        try (LoopGroup group = open(2)) {
            List<Task<?>> sleepers = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                sleepers.add(group.createTask(forever()));
            }
            for (EventLoop loop : group.loops()) {
                CountDownLatch arrived = new CountDownLatch(1);
                loop.execute(arrived::countDown);
                await(arrived);
            }
            int[] loads = group.loops().stream()
                    .mapToInt(loop -> loop.arrivals().load())
                    .toArray();
            assertThat(Arrays.stream(loads).sum()).isEqualTo(1_000);
            // a task that is just arriving may be counted twice
            assertThat(loads[0]).isBetween(495, 505);
        }
    }

    @Test
    void aBusyLoopGetsNoMoreThanAnIdleOne() throws Exception {
        try (LoopGroup group = open(2)) {
            EventLoop busy = group.loops().get(0);
            CountDownLatch forked = new CountDownLatch(1);
            busy.runThreadsafe(Script.of(nothing -> TaskGroup.run(children -> {
                for (int i = 0; i < 100; i++) {
                    children.fork(forever());
                }
                forked.countDown();
                return Async.done();
            })));
            await(forked);
            for (int i = 0; i < 50; i++) {
                assertThat(((RunningTask<Void>) group.createTask(forever())).loop)
                        .isNotSameAs(busy);
            }
        }
    }

    @Test
    void contextVariablesGoAlong() throws Exception {
        ContextVar<String> user = ContextVar.named("user");
        try (LoopGroup group = open(2);
                ContextVar<String>.Binding bound = user.bind("ada")) {
            assertThat(bound).isNotNull();
            assertThat(group.createTask(Script.of(nothing -> Async.of(user.get())))
                            .get())
                    .isEqualTo("ada");
        }
    }

    @Test
    void aTaskHasTheNameItWasGivenOrANumberOfItsLoop() throws Exception {
        try (LoopGroup group = open(1)) {
            assertThat(group.createTask(whereAmI(), "where").name()).isEqualTo("where");
            Task<EventLoop> second = group.createTask(whereAmI());
            second.get();
            assertThat(second.name()).isEqualTo("Task-2");
        }
    }

    @Test
    void aGroupNeedsALoop() {
        assertThatIllegalArgumentException().isThrownBy(() -> LoopGroup.open(0)).withMessageContaining("1 or more");
    }

    // ---- threads

    @Test
    void a125_aTaskOfAnotherThreadIsABlockingFutureThere() throws Exception {
        try (LoopGroup group = open(1)) {
            EventLoop loop = group.loops().get(0);
            assertThat(loop.runThreadsafe(Async.of("value")).get()).isEqualTo("value");
            IllegalArgumentException failure = new IllegalArgumentException("boom");
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> loop.runThreadsafe(Async.failed(failure)).get())
                    .withCause(failure);
        }
        assertThat(unhandled).isEmpty();
    }

    @Test
    void cancellingATaskFromAnotherThreadReachesItsCoroutine() {
        try (LoopGroup group = open(2)) {
            CountDownLatch waiting = new CountDownLatch(1);
            CountDownLatch cleanedUp = new CountDownLatch(1);
            Task<Void> task = group.createTask(Script.<Void>of(nothing -> {
                        waiting.countDown();
                        return EventLoop.current().promise();
                    })
                    .recover(cancelled -> {
                        cleanedUp.countDown();
                        return Async.failed(cancelled);
                    }));
            await(waiting);
            assertThat(task.cancel(true)).isTrue();
            await(cleanedUp);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(task::get);
        }
    }

    @Test
    void stoppingOrInterruptingALoopDoesNotEndIt() throws Exception {
        try (LoopGroup group = open(1)) {
            EventLoop loop = group.loops().get(0);
            group.createTask(Script.doing(loop::stop)).get();
            group.createTask(Script.doing(() -> Thread.currentThread().interrupt()))
                    .get();
            assertThat(group.createTask(whereAmI()).get()).isSameAs(loop);
        }
    }

    // ---- the end

    @Test
    void closingCancelsWhatIsLeftAndRunsItsCleanUp() {
        int count = 1_000;
        CountDownLatch waiting = new CountDownLatch(count);
        AtomicInteger cleanedUp = new AtomicInteger();
        List<Task<Void>> tasks = new ArrayList<>();
        try (LoopGroup group = open(4)) {
            for (int i = 0; i < count; i++) {
                tasks.add(group.createTask(Script.<Void>of(nothing -> {
                            waiting.countDown();
                            return EventLoop.current().promise();
                        })
                        .recover(cancelled -> Async.sleep(Duration.ZERO))
                        .then(nothing -> {
                            cleanedUp.incrementAndGet();
                            return Async.failed(new Cancelled("after clean-up"));
                        })));
            }
            await(waiting);
        }
        assertThat(cleanedUp).hasValue(count);
        assertThat(tasks).allMatch(Task::isCancelled);
        assertThat(unhandled).isEmpty();
    }

    @Test
    void whatIsPlacedWhileTheGroupClosesEndsOrIsRefused() throws Exception {
        for (int round = 0; round < 200; round++) {
            LoopGroup group = open(2);
            List<Task<String>> placed = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch began = new CountDownLatch(1);
            Thread placer = new Thread(() -> {
                try {
                    while (true) {
                        placed.add(group.createTask(Async.of("done")));
                        began.countDown();
                    }
                } catch (IllegalStateException closed) {
                    placed.add(null);
                }
            });
            placer.start();
            await(began);
            group.close();
            placer.join();
            assertThat(placed.remove(placed.size() - 1)).isNull();
            assertThat(placed).allMatch(Task::isDone);
        }
    }

    @Test
    void aFutureOfATaskThatIsPlacedWhileTheGroupClosesIsCompleted() throws Exception {
        for (int round = 0; round < 200; round++) {
            LoopGroup group = open(1);
            Task<Void> task = group.createTask(forever());
            Thread closer = new Thread(group::close);
            closer.start();
            assertThatExceptionOfType(CancellationException.class).isThrownBy(task::get);
            closer.join();
        }
    }

    @Test
    void failuresThatNobodyReceivedAreReported() {
        CountDownLatch failed = new CountDownLatch(10);
        try (LoopGroup group = open(2)) {
            for (int i = 0; i < 10; i++) {
                group.createTask(Script.of(nothing -> {
                    failed.countDown();
                    throw new IllegalStateException("nobody asks");
                }));
            }
            await(failed);
        }
        assertThat(unhandled)
                .hasSize(10)
                .allMatch(each -> each.exception().getMessage().equals("nobody asks"));
    }

    @Test
    void whatBreaksALoopComesOutOfClose() {
        LoopClock broken = new LoopClock() {
            @Override
            public long nanoTime() {
                throw new IllegalStateException("no time");
            }

            @Override
            public long realWait(long nanos, boolean workers, boolean channels) {
                return 0;
            }

            @Override
            public void nothingBefore(long deadline) {}
        };
        LoopGroup group = LoopGroup.open(1, () -> LoopOptions.defaults().clock(broken));
        group.loops().get(0).execute(() -> group.loops().get(0).callAt(5, () -> {}));
        EventLoop loop = group.loops().get(0);
        while (!loop.isClosed()) {
            Thread.onSpinWait();
        }
        assertThatIllegalStateException().isThrownBy(group::close).withMessageContaining("no time");
        group.close();
    }

    @Test
    void aClosedGroupTakesNothing() {
        LoopGroup group = open(2);
        group.close();
        group.close();
        assertThat(group.loops()).allMatch(EventLoop::isClosed);
        assertThatIllegalStateException()
                .isThrownBy(() -> group.createTask(whereAmI()))
                .withMessageContaining("closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> group.loops().get(0).runThreadsafe(whereAmI()))
                .withMessageContaining("closed");
    }

    @Test
    void aGroupIsNotClosedByItsOwnLoops() throws Exception {
        try (LoopGroup group = open(1)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(
                            () -> group.createTask(Script.doing(group::close)).get())
                    .withCauseInstanceOf(IllegalStateException.class);
            assertThat(group.createTask(whereAmI()).get()).isNotNull();
        }
    }

    @Test
    void eachLoopHasItsOwnThreadForAllItsTasks() throws Exception {
        ConcurrentHashMap<EventLoop, Thread> threads = new ConcurrentHashMap<>();
        try (LoopGroup group = open(4)) {
            List<Task<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                tasks.add(group.createTask(Script.<Void>doing(
                        () -> assertThat(threads.computeIfAbsent(EventLoop.current(), loop -> Thread.currentThread()))
                                .isSameAs(Thread.currentThread()))));
            }
            for (Task<Void> task : tasks) {
                task.get();
            }
        }
        assertThat(threads.values().stream().map(Thread::getName).toList())
                .allMatch(name -> name.startsWith("reprise-loop-"))
                .doesNotHaveDuplicates();
    }
}
