package dev.reprise.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tasks that use one object and are cancelled at random moments: between a wake-up and the step that it leads to, too.
 * What they were given must never be lost. 10,000 schedules for each kind of object, the same in every run.
 */
class RandomScheduleTest {

    private static final int SEEDS = 10_000;
    private static final int TASKS = 6;

    /** What tasks do, and what must hold when all have ended. */
    private interface Scenario {
        Async<Void> task(Random random, int number);

        /** Runs on the loop while tasks run. */
        default void disturb(Random random) {}

        /** Runs on the loop when most have had their time; whoever waits after it waits for ever. */
        default void release() {}

        void check();
    }

    private interface Kind {
        Scenario open();
    }

    private static void explore(Kind kind) {
        for (int seed = 0; seed < SEEDS; seed++) {
            try {
                run(kind.open(), new Random(seed));
            } catch (Throwable failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    private static void run(Scenario scenario, Random random) {
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()))) {
            List<Task<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                tasks.add(loop.createTask(scenario.task(random, i)));
            }
            for (int i = 0; i < TASKS; i++) {
                // at the same moments at which the tasks go on, before and after them
                loop.callLater(Duration.ofMillis(random.nextInt(4)), () -> {
                    if (random.nextBoolean()) {
                        scenario.disturb(random);
                    }
                    if (random.nextInt(3) > 0) {
                        tasks.get(random.nextInt(TASKS)).cancel();
                    }
                    if (random.nextBoolean()) {
                        scenario.disturb(random);
                    }
                });
            }
            loop.callLater(Duration.ofSeconds(1), scenario::release);
            loop.callLater(Duration.ofSeconds(2), loop::stop);
            loop.runForever();
            for (Task<Void> task : tasks) {
                assertThat(task.isDone()).as("%s ended", task).isTrue();
                if (!task.isCancelled()) {
                    assertThat(task.exception()).isNull();
                }
            }
            loop.runUntilComplete(Script.doing(scenario::check));
        }
    }

    private static Async<Void> sleep(Random random) {
        return Async.sleep(Duration.ofMillis(random.nextInt(3)));
    }

    /** Gives the permit back and goes on with what ended the step before. */
    private static Script<Void> closing(Script<Void> script, Permit[] held) {
        return script.then(nothing -> {
                    held[0].close();
                    return Async.done();
                })
                .recover(failure -> {
                    if (held[0] != null) {
                        held[0].close();
                    }
                    return Async.failed(failure);
                });
    }

    @Test
    void aLockIsNeitherLostNorHeldTwice() {
        explore(() -> new Scenario() {
            private final Lock lock = new Lock();
            private int holders;

            @Override
            public Async<Void> task(Random random, int number) {
                Permit[] held = new Permit[1];
                return closing(
                        Script.<Void>of(nothing -> lock.acquire()).then((Permit permit) -> {
                            held[0] = permit;
                            assertThat(++holders).isEqualTo(1);
                            holders--;
                            return sleep(random);
                        }),
                        held);
            }

            @Override
            public void check() {
                assertThat(lock.isHeld()).isFalse();
            }
        });
    }

    @Test
    void aSemaphoreLosesNoPermit() {
        explore(() -> new Scenario() {
            private final Semaphore semaphore = new Semaphore(2);

            @Override
            public Async<Void> task(Random random, int number) {
                Permit[] held = new Permit[1];
                return closing(
                        Script.<Void>of(nothing -> semaphore.acquire()).then((Permit permit) -> {
                            held[0] = permit;
                            return sleep(random);
                        }),
                        held);
            }

            @Override
            public void check() {
                assertThat(semaphore.available()).isEqualTo(2);
            }
        });
    }

    @Test
    void aConditionLosesNoSignal() {
        explore(() -> new Scenario() {
            private final Condition condition = new Condition();
            private int given;
            private int taken;

            @Override
            public Async<Void> task(Random random, int number) {
                Permit[] held = new Permit[1];
                return closing(
                        Script.<Void>of(nothing -> condition.acquire())
                                .then((Permit permit) -> {
                                    held[0] = permit;
                                    return condition.signalled();
                                })
                                .then(nothing -> {
                                    assertThat(condition.lock.isHeld()).isTrue();
                                    taken++;
                                    return Async.done();
                                }),
                        held);
            }

            @Override
            public void disturb(Random random) {
                Permit held = condition.lock.tryAcquire();
                if (held != null) {
                    given += Math.min(1, condition.line.length());
                    condition.signal();
                    held.close();
                }
            }

            @Override
            public void release() {
                Permit held = condition.lock.tryAcquire();
                // a signal is lost only if nobody was left to take it
                assertThat(taken <= given && (taken == given || condition.line.isEmpty()))
                        .as("%s of %s signals taken", taken, given)
                        .isTrue();
                condition.signalAll();
                held.close();
            }

            @Override
            public void check() {
                assertThat(condition.lock.isHeld()).isFalse();
                assertThat(condition.line.isEmpty()).isTrue();
            }
        });
    }

    @Test
    void aQueueLosesNoItemAndGivesNoneTwice() {
        explore(() -> new Scenario() {
            private final Queue<Integer> queue = Queue.bounded(2);
            private final List<Integer> put = new ArrayList<>();
            private final List<Integer> got = new ArrayList<>();

            @Override
            public Async<Void> task(Random random, int number) {
                if (number % 2 == 0) {
                    Script<Void> maker = Script.of(nothing -> sleep(random));
                    for (int i = 0; i < 3; i++) {
                        int item = number * 10 + i;
                        maker.then(nothing -> queue.put(item)).then(nothing -> {
                            put.add(item);
                            return sleep(random);
                        });
                    }
                    return maker;
                }
                Script<Void> user = Script.of(nothing -> sleep(random));
                for (int i = 0; i < 3; i++) {
                    user.then(nothing -> queue.get()).then((Integer item) -> {
                        got.add(item);
                        return sleep(random);
                    });
                }
                return user.recover(RandomScheduleTest::unlessShutDown);
            }

            @Override
            public void release() {
                Integer item;
                while ((item = queue.poll()) != null) {
                    got.add(item);
                    // putters that were admitted go on in the next turn, so not here
                }
                EventLoop.current().callLater(Duration.ofMillis(10), this::drain);
            }

            private void drain() {
                Integer item;
                boolean some = false;
                while ((item = queue.poll()) != null) {
                    got.add(item);
                    some = true;
                }
                if (some) {
                    EventLoop.current().callLater(Duration.ofMillis(10), this::drain);
                } else {
                    queue.shutdown();
                }
            }

            @Override
            public void check() {
                assertThat(got).containsExactlyInAnyOrderElementsOf(put);
            }
        });
    }

    private static Async<Void> unlessShutDown(Throwable failure) {
        return failure instanceof QueueShutdownException ? Async.done() : Async.failed(failure);
    }

    @Test
    void aBarrierLetsAllGoOnTogether() {
        explore(() -> new Scenario() {
            private final Barrier barrier = new Barrier(3);
            private final List<Integer> indexes = new ArrayList<>();

            @Override
            public Async<Void> task(Random random, int number) {
                return Script.<Void>of(nothing -> sleep(random))
                        .then(nothing -> barrier.arrive())
                        .then((Integer index) -> {
                            indexes.add(index);
                            return Async.done();
                        })
                        .recover(failure ->
                                failure instanceof BrokenBarrierException ? Async.done() : Async.failed(failure));
            }

            @Override
            public void release() {
                barrier.abort();
            }

            @Override
            public void check() {
                assertThat(indexes).isSubsetOf(IntStream.range(0, 3).boxed().toList());
                assertThat(indexes.size()).isLessThanOrEqualTo(TASKS);
                assertThat(barrier.waiting()).isZero();
            }
        });
    }
}
