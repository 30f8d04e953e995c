package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.sync.Lock;
import dev.reprise.sync.Permit;
import dev.reprise.sync.Queue;
import dev.reprise.testing.VirtualClock;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must neither hang the loop nor be lost. */
@Timeout(60)
class FaultsTest extends VirtualLoop {

    private static final int MANY = 100_000;

    // ---- timers

    @Test
    void timersThatAreCancelledLeaveNothingBehind() {
        List<Handle> handles = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < MANY; i++) {
            handles.add(loop.callLater(Duration.ofSeconds(1 + random.nextInt(1_000)), () -> trail.add("called")));
        }
        Object[] held = {new Object()};
        WeakReference<Object> dropped = new WeakReference<>(held[0]);
        handles.add(heldBy(held[0]));
        held[0] = null;
        Collections.shuffle(handles, random);
        handles.forEach(Handle::cancel);
        handles.clear();
        assertThat(loop.core().timers().isEmpty()).isTrue();
        while (dropped.get() != null) {
            System.gc();
        }
        loop.runUntilComplete(Async.sleep(Duration.ofHours(1)));
        assertThat(trail).isEmpty();
    }

    private Handle heldBy(Object captured) {
        return loop.callLater(Duration.ofHours(1), captured::hashCode);
    }

    @Test
    void timersThatAreLeftFireInOrderWhateverWasCancelledAroundThem() {
        Random random = new Random(2);
        List<Integer> due = new ArrayList<>();
        List<Integer> fired = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int delay = random.nextInt(1_000_000);
            Handle handle = loop.callLater(Duration.ofMillis(delay), () -> fired.add(delay));
            if (random.nextInt(10) == 0) {
                due.add(delay);
            } else {
                handle.cancel();
            }
        }
        Collections.sort(due);
        loop.runUntilComplete(Async.sleep(Duration.ofMillis(1_000_000)));
        assertThat(fired).isEqualTo(due);
    }

    @Test
    void sleepingTasksThatAreCancelledLeaveNothingBehind() {
        List<Task<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            tasks.add(loop.createTask(Async.sleep(Duration.ofSeconds(1 + i))));
        }
        settle();
        tasks.forEach(Task::cancel);
        settle();
        assertThat(tasks).allMatch(Task::isCancelled);
        assertThat(loop.core().timers().isEmpty()).isTrue();
        assertThat(loop.tasks()).isEmpty();
        assertThat(clock.elapsed()).isZero();
    }

    // ---- failures

    @Test
    void aCallbackThatThrowsIsReportedAndTheOthersOfItsTurnAreCalled() {
        for (int i = 0; i < 10; i++) {
            int number = i;
            loop.callSoon(() -> {
                if (number % 2 == 0) {
                    throw new IllegalStateException("callback " + number);
                }
                trail.add("callback " + number);
            });
        }
        settle();
        assertThat(trail).containsExactly("callback 1", "callback 3", "callback 5", "callback 7", "callback 9");
        assertThat(unhandled)
                .extracting(each -> each.exception().getMessage())
                .containsExactly("callback 0", "callback 2", "callback 4", "callback 6", "callback 8");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {OutOfMemoryError.class, StackOverflowError.class, NoClassDefFoundError.class, ThreadDeath.class})
    @SuppressWarnings({"deprecation", "removal"}) // of ThreadDeath: an Error like others
    void anErrorInATaskFailsTheTaskAndNothingElse(Class<? extends Error> type) throws Exception {
        Error error = type.getConstructor().newInstance();
        Task<Void> failing = loop.createTask(
                Script.<Void>of(nothing -> Async.sleep(Duration.ofSeconds(1))).then(nothing -> {
                    throw error;
                }));
        Task<String> other = loop.createTask(sleeper("other", 2));
        assertThatThrownBy(() -> loop.runUntilComplete(Script.awaiting(failing)))
                .isSameAs(error);
        assertThat(loop.runUntilComplete(other)).isEqualTo("other");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void anErrorThatNobodyAwaitsIsReported() {
        loop.createTask(Script.doing(() -> {
            throw new AssertionError("nobody asks");
        }));
        settle();
        loop.close();
        assertThat(unhandled)
                .singleElement()
                .satisfies(each -> assertThat(each.exception()).hasMessage("nobody asks"));
    }

    @Test
    void anEndlessRecursionInATaskFailsThatTask() {
        Task<Void> failing = loop.createTask(Script.<Void>doing(() -> recursion(1)));
        assertThatThrownBy(() -> loop.runUntilComplete(failing)).isInstanceOf(StackOverflowError.class);
        assertThat(loop.runUntilComplete(sleeper("other", 2))).isEqualTo("other");
    }

    private static int recursion(int depth) {
        return recursion(depth + 1) + depth;
    }

    // ---- the end

    private static boolean awaited(CountDownLatch release) {
        try {
            return release.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closingEndsWhateverIsInFlightInAnyOrder() {
        for (int seed = 0; seed < 300; seed++) {
            List<String> ended = Collections.synchronizedList(new ArrayList<>());
            List<UnhandledFailure> reported = new ArrayList<>();
            CountDownLatch release = new CountDownLatch(1);
            EventLoop everything = EventLoop.open(
                    LoopOptions.defaults().clock(new VirtualClock()).shuffle(new SplittableRandom(seed)));
            everything.setExceptionHandler((where, failure) -> reported.add(failure));
            Lock lock = new Lock();
            Queue<String> empty = Queue.unbounded();
            Queue<String> full = Queue.bounded(1);
            List<Task<?>> tasks = List.of(
                    everything.createTask(noting(ended, "sleep", () -> Async.sleep(Duration.ofDays(1)))),
                    everything.createTask(noting(ended, "thread", () -> Async.toThread(() -> awaited(release)))),
                    everything.createTask(noting(ended, "get", empty::get)),
                    everything.createTask(noting(
                            ended,
                            "put",
                            () -> Script.of(nothing -> full.put("one")).then(nothing -> full.put("two")))),
                    everything.createTask(noting(
                            ended,
                            "lock",
                            () -> Script.of(nothing -> lock.acquire()).then((Permit held) -> lock.acquire()))),
                    everything.createTask(noting(
                            ended,
                            "group",
                            () -> TaskGroup.run(group -> {
                                group.fork(noting(ended, "child", () -> Async.sleep(Duration.ofDays(1))));
                                group.fork(noting(ended, "child", empty::get));
                                return Async.done();
                            }))),
                    everything.createTask(
                            noting(ended, "gather", () -> Async.gather(empty.get(), Async.sleep(Duration.ofDays(2))))),
                    everything.createTask(
                            noting(ended, "timeout", () -> Async.timeout(Duration.ofDays(3), everything.promise()))));
            everything.runUntilComplete(Async.sleep(Duration.ZERO));
            if (seed % 2 == 0) {
                everything.runUntilComplete(new Counting(4 + seed % 7, i -> Async.sleep(Duration.ZERO)));
            }
            everything.close();
            release.countDown();
            assertThat(tasks).as("seed %d", seed).allMatch(Task::isCancelled);
            assertThat(reported).as("seed %d", seed).isEmpty();
            if (seed % 2 == 0) {
                assertThat(ended)
                        .containsExactlyInAnyOrder(
                                "sleep", "thread", "get", "put", "lock", "group", "child", "child", "gather",
                                "timeout");
            }
        }
    }

    /** A coroutine whose clean-up takes time. */
    private static Script<Object> noting(
            List<String> ended, String name, java.util.function.Supplier<Awaitable<?>> body) {
        return Script.<Object>of(name, nothing -> body.get())
                .recover(cancelled -> Script.<Object>of(nothing -> Async.shield(Async.sleep(Duration.ofSeconds(1))))
                        .then(nothing -> {
                            ended.add(name);
                            return Async.failed(cancelled);
                        }));
    }

    @Test
    void aFailureInACleanUpWhileTheLoopClosesIsReported() {
        loop.createTask(Script.<Void>of(nothing -> loop.promise())
                .recover(cancelled -> Async.failed(new IllegalStateException("in the clean-up"))));
        settle();
        loop.close();
        assertThat(unhandled)
                .singleElement()
                .satisfies(each -> assertThat(each.exception()).hasMessage("in the clean-up"));
    }

    @Test
    void whatIsPostedWhileTheLoopClosesIsCalledOrRefused() throws InterruptedException {
        for (int round = 0; round < 500; round++) {
            EventLoop closing = EventLoop.open();
            List<Integer> called = Collections.synchronizedList(new ArrayList<>());
            int[] accepted = {0};
            CountDownLatch began = new CountDownLatch(1);
            Thread posting = new Thread(() -> {
                try {
                    while (true) {
                        int number = accepted[0];
                        closing.callSoonThreadsafe(() -> called.add(number));
                        accepted[0]++;
                        began.countDown();
                    }
                } catch (IllegalStateException closed) {
                    called.add(-1);
                }
            });
            posting.start();
            began.await();
            closing.close();
            posting.join();
            assertThat(called).contains(-1);
            assertThat(called).hasSize(accepted[0] + 1);
        }
    }
}
