package dev.reprise.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
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

    private static void run(Scenario scenario, Random random) throws Throwable {
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()))) {
            List<Throwable> failures = new ArrayList<>();
            loop.setExceptionHandler((failed, failure) -> failures.add(failure.exception()));
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
            for (Throwable failure : failures) {
                throw failure;
            }
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

    /** How many are inside of what a lock or a semaphore keeps. */
    private static final class Room {
        private final int limit;
        private int inside;

        Room(int limit) {
            this.limit = limit;
        }

        /** Goes in, stays for a while, and comes out, also when it is cancelled inside. */
        Script<Void> stay(Random random) {
            return Script.<Void>of(nothing -> {
                        inside++;
                        check();
                        return sleep(random);
                    })
                    .then(nothing -> leave(Async.done()))
                    .recover(failure -> leave(Async.failed(failure)));
        }

        private Async<Void> leave(Async<Void> end) {
            check();
            inside--;
            return end;
        }

        private void check() {
            assertThat(inside).as("inside").isBetween(1, limit);
        }
    }

    @Test
    void aLockIsNeitherLostNorHeldTwice() {
        explore(() -> new Scenario() {
            private final Lock lock = new Lock();
            private final Room room = new Room(1);

            @Override
            public Async<Void> task(Random random, int number) {
                Permit[] held = new Permit[1];
                return closing(
                        Script.<Void>of(nothing -> lock.acquire()).then((Permit permit) -> {
                            held[0] = permit;
                            return room.stay(random);
                        }),
                        held);
            }

            @Override
            public void disturb(Random random) {
                assertThat(room.inside == 0 || lock.isHeld())
                        .as("held while somebody is inside")
                        .isTrue();
            }

            @Override
            public void check() {
                assertThat(room.inside).isZero();
                assertThat(lock.isHeld()).isFalse();
            }
        });
    }

    @Test
    void aSemaphoreLosesNoPermit() {
        explore(() -> new Scenario() {
            private final Semaphore semaphore = new Semaphore(2);
            private final Room room = new Room(2);

            @Override
            public Async<Void> task(Random random, int number) {
                Permit[] held = new Permit[1];
                return closing(
                        Script.<Void>of(nothing -> semaphore.acquire()).then((Permit permit) -> {
                            held[0] = permit;
                            return room.stay(random);
                        }),
                        held);
            }

            @Override
            public void disturb(Random random) {
                assertThat(room.inside + semaphore.available()).isLessThanOrEqualTo(2);
            }

            @Override
            public void check() {
                assertThat(room.inside).isZero();
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
    void aQueueLosesNoItem_givesNoneTwice_andKeepsTheOrderOfArrival() {
        explore(() -> new Scenario() {
            private final Queue<Integer> queue = Queue.bounded(2);
            private final List<Integer> put = new ArrayList<>();
            private final List<Integer> got = new ArrayList<>();
            private int offered = 100;
            private boolean userCancelled;
            private int gotBeforeRelease;

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
                return user.recover(failure -> {
                    userCancelled |= failure instanceof Cancelled;
                    return failure instanceof QueueShutdownException ? Async.done() : Async.failed(failure);
                });
            }

            @Override
            public void disturb(Random random) {
                for (int i = random.nextInt(3); i > 0 && queue.offer(offered); i--) {
                    put.add(offered++);
                }
                Integer item = random.nextInt(3) == 0 ? queue.poll() : null;
                if (item != null) {
                    got.add(item);
                }
                noGetterWaitsForWhatIsThere();
            }

            private void noGetterWaitsForWhatIsThere() {
                assertThat(queue.size() == 0 || queue.getters.isEmpty())
                        .as("%s", queue)
                        .isTrue();
            }

            @Override
            public void release() {
                gotBeforeRelease = got.size();
                drain();
            }

            /** Takes what is there when everybody waits, until nothing more comes. */
            private void drain() {
                noGetterWaitsForWhatIsThere();
                assertThat(queue.size() >= 2 || queue.putters.isEmpty())
                        .as("%s", queue)
                        .isTrue();
                if (queue.size() == 0) {
                    queue.shutdown();
                    return;
                }
                for (Integer item = queue.poll(); item != null; item = queue.poll()) {
                    got.add(item);
                }
                EventLoop.current().callLater(Duration.ofMillis(10), this::drain);
            }

            @Override
            public void check() {
                assertThat(got).containsExactlyInAnyOrderElementsOf(put);
                // a cancelled user gives back what was handed to it, which others may have overtaken by then
                assertThat(got.subList(gotBeforeRelease, got.size()))
                        .as("what nobody held, of %s", put)
                        .isSortedAccordingTo(Comparator.comparing(put::indexOf));
                if (!userCancelled) {
                    for (int maker = 0; maker < TASKS; maker += 2) {
                        int first = maker * 10;
                        assertThat(got.stream().filter(item -> item >= first && item < first + 10))
                                .as("of maker %s", maker)
                                .isSorted();
                    }
                }
            }
        });
    }

    @Test
    void aBarrierLetsAllGoOnTogether() {
        explore(() -> new Scenario() {
            private final Barrier barrier = new Barrier(3);
            private int arrived;
            private final int[] passed = new int[3];
            private int waitingAtTheEnd;
            private int refused;

            @Override
            public Async<Void> task(Random random, int number) {
                return Script.<Void>of(nothing -> sleep(random))
                        .then(nothing -> {
                            arrived++;
                            return barrier.arrive();
                        })
                        .then((Integer index) -> {
                            passed[index]++;
                            return Async.done();
                        })
                        .recover(failure -> {
                            if (failure instanceof BrokenBarrierException) {
                                refused++;
                                return Async.done();
                            }
                            return Async.failed(failure);
                        });
            }

            @Override
            public void disturb(Random random) {
                assertThat(barrier.waiting()).isLessThan(3);
            }

            @Override
            public void release() {
                waitingAtTheEnd = barrier.waiting();
                assertThat(waitingAtTheEnd).isLessThan(3);
                barrier.abort();
            }

            @Override
            public void check() {
                // the last to arrive does not wait, so no cancellation comes between; each of the others may be
                // cancelled
                int trips = passed[2];
                assertThat(passed[0]).isLessThanOrEqualTo(trips);
                assertThat(passed[1]).isLessThanOrEqualTo(trips);
                assertThat(3 * trips).isLessThanOrEqualTo(arrived);
                assertThat(refused).isEqualTo(waitingAtTheEnd);
                assertThat(barrier.waiting()).isZero();
            }
        });
    }
}
